// the OpenAPI document
// ├── names every route that there is, and no other
// └── has schemas that hold what is answered, and refuse what is not
// the client
// └── is bundled for a browser without a module of Node
import path from 'node:path'
import { Ajv2020 as Ajv } from 'ajv/dist/2020.js'
import { expect } from 'chai'
import { build } from 'vite'
import { createApp } from '../../relayer/http/createApp.ts'
import { databaseKinds, type TestDatabase } from './support/databases.ts'
import { openReview, type ReviewStage } from './support/openReview.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'

type Schema = Record<string, unknown>
type Operation = {
  summary?: string
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}
type OpenApi = {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components?: Schema
}

const kind = databaseKinds[0]!

describe('relayer', function () {
  this.timeout(180_000)
  let stage: ReviewStage
  let database: TestDatabase
  let relayer: RunningRelayer
  let document: OpenApi

  before(async () => {
    stage = await openReview({ communities: 6, seats: 1 })
    database = await kind.create()
    relayer = await runRelayer(stage, database)
    const answer = await fetch(`${relayer.url}/openapi.json`)
    document = (await answer.json()) as OpenApi
  })
  after(async () => {
    await relayer.stop()
    await database.drop()
    await stage.close()
    await kind.end()
  })

  describe('openapi.json', () => {
    it('names every route, and no other', () => {
      expect(document.openapi).to.match(/^3\.1\./)
      const named = Object.entries(document.paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method} ${path}`),
      )
      const { routes } = createApp(relayer.services)
      const there = routes
        .filter(({ method }) => method !== 'ALL')
        .filter(({ path }) => path !== '/openapi.json')
        .map(({ method, path }) => `${method.toLowerCase()} ${braced(path)}`)
      expect(named.toSorted()).to.deep.equal([...new Set(there)].toSorted())
    })

    it('describes each with a summary and its answers', () => {
      for (const [path, methods] of Object.entries(document.paths))
        for (const operation of Object.values(methods)) {
          expect(operation.summary, path).to.be.a('string').and.not.empty
          expect(Object.keys(operation.responses), path).to.not.be.empty
          for (const [status, answer] of Object.entries(operation.responses))
            if (status !== '204')
              expect(Object.keys(answer.content ?? {}), path).to.not.be.empty
        }
    })

    it('has schemas that accept what is answered', async () => {
      const ballot = await stage.makeBallot(1)
      const here = `/rounds/${stage.round}`
      await expectFits(
        'post',
        '/rounds/:round/ballots',
        201,
        `${here}/ballots`,
        {
          ballot,
        },
      )
      const asked = [
        ['/health', 200, '/health'],
        ['/relayer', 200, '/relayer'],
        ['/rounds', 200, '/rounds'],
        ['/rounds/:round', 200, here],
        ['/rounds/:round/coverage', 200, `${here}/coverage`],
        ['/rounds/:round/ballots/:reviewer', 200, `${here}/ballots/1`],
        ['/rounds/:round/ballots/:reviewer', 404, `${here}/ballots/2`],
        ['/rounds/:round/coverage', 400, '/rounds/0x00/coverage'],
        ['/rounds/:round', 404, `/rounds/0x${'7'.repeat(40)}`],
      ] as const
      for (const [route, status, path] of asked)
        await expectFits('get', route, status, path)
      await expectFits(
        'post',
        '/rounds/:round/ballots',
        422,
        `${here}/ballots`,
        {
          ballot: '0x0000000101',
        },
      )
    })

    it('has schemas that refuse what is not answered', () => {
      const { schema } = contentOf('get', '/relayer', 200)
      expect(new Ajv(options).validate(schema, { relayer: 7 })).to.be.false
    })
  })

  describe('client', () => {
    it('is bundled for a browser without a module of Node', async () => {
      const root = path.join(import.meta.dirname, '../..')
      const imported: string[] = []
      const built = await build({
        ...{ root, configFile: false, logLevel: 'silent' },
        build: {
          ...{ write: false, minify: false },
          lib: { entry: 'relayer/client.ts', formats: ['es'], fileName: 'c' },
        },
        plugins: [
          {
            name: 'what is imported',
            moduleParsed: ({ id }) => void imported.push(id),
          },
        ],
      })
      const [bundle] = Array.isArray(built) ? built : [built]
      if (!('output' in bundle)) throw new Error('Nothing is built.')
      const code = bundle.output
        .map((one) => ('code' in one ? one.code : ''))
        .join('\n')
      expect(code).to.include('createRelayerClient')
      const foreign = imported.filter(
        (id) =>
          /^node:|__vite-browser-external/.test(id) ||
          (id.includes('/relayer/') && !id.endsWith('relayer/client.ts')),
      )
      expect(foreign).to.deep.equal([])
      expect(code).not.to.match(/from ["']node:|require\(/)
    })
  })

  // OpenAPI has words of its own beside those of JSON Schema.
  const options = { strict: false }

  function contentOf(method: string, route: string, status: number) {
    const operation = document.paths[braced(route)]?.[method]
    const [, answer] =
      Object.entries(operation?.responses ?? {}).find(
        ([code]) => code === String(status),
      ) ?? []
    const content = answer?.content?.['application/json']
    if (!content) throw new Error(`${method} ${route} ${status} is not told.`)
    return content
  }

  async function expectFits(
    method: string,
    route: string,
    status: number,
    path: string,
    body?: unknown,
  ): Promise<void> {
    const answer = await fetch(`${relayer.url}${path}`, {
      method,
      ...(body === undefined
        ? {}
        : {
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }),
    })
    expect(answer.status, path).to.equal(status)
    const ajv = new Ajv(options)
    const { schema } = contentOf(method, route, status)
    const fits = ajv.validate(
      { ...schema, components: document.components },
      await answer.json(),
    )
    expect(fits, `${path}: ${ajv.errorsText()}`).to.be.true
  }
})

function braced(route: string): string {
  return route.replaceAll(/:(\w+)/g, '{$1}')
}
