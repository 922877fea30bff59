/**
 * ESLint rule: imports point one way, app | relayer | cli → verifier → chain →
 * protocol. A layer imports itself and what stands below it, nothing else.
 */
import path from 'node:path'

const below = {
  protocol: [],
  chain: ['protocol'],
  verifier: ['chain', 'protocol'],
  app: ['verifier', 'chain', 'protocol'],
  // The command deploys through the modules, and starts with scripts/ensure.mjs.
  cli: ['verifier', 'chain', 'protocol', 'ignition', 'scripts'],
  relayer: ['verifier', 'chain', 'protocol'],
}

/**
 * The doors between layers beside each other: `dure relayer` starts the service,
 * it and the dApp ask it through its typed client. Each is a folder of its own, so
 * that nothing else comes to need a relayer's code: what they do, anyone can do
 * without one.
 */
const doors = [path.join('cli', 'relayer'), path.join('app', 'src', 'relayer')]
const behindDoor = 'relayer'

/** @type {import('eslint').Rule.RuleModule} */
export const importDirection = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      upward:
        '{{layer}} may not import {{target}}: imports point app | relayer | cli → verifier → chain → protocol.',
    },
  },
  create(context) {
    const layer = folderOf(context, context.filename)
    const allowed = below[layer]
    if (allowed === undefined) return {}

    function check(source) {
      if (typeof source?.value !== 'string') return
      if (!source.value.startsWith('.')) return
      const file = path.resolve(path.dirname(context.filename), source.value)
      const target = folderOf(context, file)
      if (target === layer || allowed.includes(target)) return
      if (target === behindDoor && isAtDoor(context)) return
      const data = { layer, target: target === '' ? 'the root' : target }
      context.report({ node: source, messageId: 'upward', data })
    }

    return {
      ImportDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
    }
  },
}

/** The top folder that a file stands in. */
function folderOf(context, file) {
  return path.relative(context.cwd, file).split(path.sep)[0]
}

function isAtDoor(context) {
  const file = path.relative(context.cwd, context.filename)
  return doors.includes(path.dirname(file))
}
