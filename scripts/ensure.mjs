/**
 * Makes a checkout ready to run on any Node from 20 on. Hardhat needs a newer
 * one, and npm under an old Node silently leaves out Hardhat's native part, so
 * the installation itself runs under this repository's Node.
 */
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, runTool } from './run.mjs'

const installStamp = path.join(root, 'node_modules', '.dure-install')
const appStamp = path.join(root, 'dist', 'app', '.dure-build')
/** What the dApp is made of. */
const appFolders = ['app', 'protocol', 'chain', 'verifier']
const buildStamp = path.join(root, 'artifacts', '.dure-build')

/** Installs when node_modules is missing or is not the lockfile's. */
export async function ensureDependencies() {
  const wanted = describeInstall()
  if (readIfThere(installStamp) === wanted) return
  await install()
  checkNode()
  writeFileSync(installStamp, wanted)
}

/** Builds when there are no artifacts or a source is newer than they are. */
export async function ensureBuilt() {
  const sources = [path.join(root, 'hardhat.config.ts'), ...contractFiles()]
  const builtAt = changedAt(buildStamp)
  if (sources.every((source) => changedAt(source) < builtAt)) return
  await build({ stdout: process.stderr })
}

/** Builds. Under `dure`, stdout belongs to the command, so it goes to stderr. */
export async function build(options) {
  const code = await runTool('hardhat', ['build'], options)
  if (code === 0) writeFileSync(buildStamp, '')
  else throw new Error('The build failed; see above.')
}

/** Builds the dApp when a source of it is newer than what was built. */
export async function ensureAppBuilt() {
  const builtAt = changedAt(appStamp)
  const isBuilt = appSources().every((source) => changedAt(source) < builtAt)
  if (!isBuilt) await buildApp({ stdout: process.stderr })
}

/** Type errors are `npm run check`'s; a message without its English fails here. */
export async function buildApp(options) {
  const words = ['build', '--config', 'app/vite.config.ts', '--logLevel=warn']
  const code = await runTool('vite', words, options)
  if (code !== 0) throw new Error('The build of the dApp failed; see above.')
  writeFileSync(appStamp, '')
}

function describeInstall() {
  const lockfile = readFileSync(path.join(root, 'package-lock.json'))
  const digest = createHash('sha256').update(lockfile).digest('hex')
  return `${digest} ${process.platform} ${process.arch}\n`
}

function install() {
  const command = installCommand()
  const started = Date.now()
  const say = (text) => process.stderr.write(`dure: ${text}\n`)
  const seconds = () => Math.round((Date.now() - started) / 1000)
  say(`installing dependencies: ${command} (a minute or two, once)`)
  const beat = setInterval(
    () => say(`still installing, ${seconds()} s`),
    15_000,
  )
  return new Promise((resolve, reject) => {
    const child = spawn(command, {
      cwd: root,
      env: systemEnvironment(),
      shell: true,
      stdio: ['ignore', process.stderr, process.stderr],
    })
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(beat)
      if (code !== 0) return reject(new Error(`${command} failed; see above.`))
      say(`installed in ${seconds()} s`)
      resolve()
    })
  })
}

// `--include=dev`: with NODE_ENV=production npm would leave out everything.
const npmCi = 'npm ci --include=dev'

function installCommand() {
  if (isNewEnough(systemNodeVersion())) return npmCi
  return `npx -y -p node@${ownNodeVersion()} -c "${npmCi}"`
}

function ownNodeVersion() {
  const manifest = readFileSync(path.join(root, 'package.json'), 'utf8')
  return JSON.parse(manifest).devDependencies.node
}

function systemNodeVersion() {
  const code = ['-p', 'process.versions.node']
  return execFileSync('node', code, { env: systemEnvironment() }).toString()
}

/** Hardhat 3.18 starts from Node 22.13 on. */
function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 13)
}

/** Without our own node_modules/.bin, which the installation will replace. */
function systemEnvironment() {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const own = path.join(root, 'node_modules')
  const kept = folders.filter((folder) => !folder.startsWith(own))
  return { ...process.env, PATH: kept.join(path.delimiter) }
}

function checkNode() {
  const own = path.join(root, 'node_modules', '.bin', 'node')
  try {
    execFileSync(own, ['-v'], { shell: process.platform === 'win32' })
  } catch (cause) {
    throw new Error(
      'The package `node` has no program in it. Its install script fetches ' +
        'one: is `ignore-scripts` set in your npm configuration?',
      { cause },
    )
  }
}

function contractFiles() {
  const folder = path.join(root, 'contracts')
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.sol'))
    .map((name) => path.join(folder, name))
}

function appSources() {
  const files = appFolders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true })
      .filter((name) => /\.(ts|tsx|css|po|html|js|svg|webmanifest)$/.test(name))
      .map((name) => path.join(root, folder, name)),
  )
  return [...files, path.join(root, 'package-lock.json')]
}

function changedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
