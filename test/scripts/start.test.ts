// npm start
// ├── given a free port
// │   ├── says where the round is: in review, on the real clock
// │   ├── has the digests of the committed documents on the chain
// │   ├── prints the accounts of the public test mnemonic
// │   ├── prints a key that can seal, sign and cast a ballot
// │   ├── runs a relayer that is well, registered, and casts a ballot for nothing
// │   ├── refuses an act before its time, and says what helps
// │   ├── prints commands that work in their order, up to the result
// │   ├── ends in a round that dure verify finds nothing wrong with
// │   ├── … and that the programs of docs/verifying.md find right
// │   └── ends on a signal: code 0, its files gone, its port free
// ├── given a port in use → 2, and says so
// └── given a port that is none → 2, and says what would be one
import { expect } from 'chai'
import { parseResponse } from 'hono/client'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import {
  type Address,
  bytesToHex,
  createClient,
  type Hash,
  type Hex,
  hexToBytes,
  http,
  isAddress,
  isHex,
  parseEventLogs,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { getBlock, getChainId, getLogs } from 'viem/actions'
import { castBallots } from '../../chain/castBallots.ts'
import type { Purpose } from '../../chain/enums.ts'
import { roundAbi } from '../../chain/generated/abis.ts'
import { getRelayerRecord } from '../../chain/getRelayerRecord.ts'
import { getReleasedShares } from '../../chain/getReleasedShares.ts'
import { getRound } from '../../chain/getRound.ts'
import { getTrusteeKeys } from '../../chain/getTrusteeKeys.ts'
import { readRound } from '../../chain/readRound.ts'
import { hardhat } from '../../cli/embeddedChain.ts'
import { type HeldPort, holdPort } from '../../cli/holdPort.ts'
import {
  hashScores,
  packBallot,
  toBallotTypedData,
} from '../../protocol/ballot.ts'
import { createEnvelopeSealer, sealEnvelope } from '../../protocol/envelope.ts'
import { toAccountBody } from '../../protocol/signer.ts'
import { domainSeparator } from '../../protocol/typedData.ts'
import { createRelayerClient } from '../../relayer/client.ts'
import { untilAsync } from '../relayer/support/untilAsync.ts'
import { type DureRun, runDure } from '../cli/runDure.ts'
import { type RunningStart, runStart, startSample } from './runStart.ts'

const root = path.join(import.meta.dirname, '../..')
const documents = path.join(root, 'sample/documents')
const week = 7 * 24 * 60 * 60

describe('npm start', function () {
  // It deploys and makes keys, and every command is a process of its own.
  this.timeout(300_000)

  describe('given a free port', () => {
    let start: RunningStart
    let printed: Printed

    before(async () => {
      start = await startSample('--port', '0')
      printed = parsePrinted(start.printed)
    })

    after(() => start.stop('SIGKILL'))

    it('says where the round is: in review, on the real clock', async () => {
      const { client, round } = printed
      expect(await getChainId(client)).to.equal(31_337)
      const { ballots, phase, reviewers, roster, rules } = await getRound(
        client,
        { round },
      )
      expect(phase).to.equal('review')
      expect(roster).to.deep.equal({
        accepted: 12,
        onRoster: 12,
        isFixed: true,
      })
      expect(reviewers).to.equal(36)
      expect(ballots).to.deep.equal({ pages: 3, cast: 18, settled: 0 })
      expect(rules.verifiers).to.have.lengthOf(2)

      const now = Math.floor(Date.now() / 1000)
      const { timestamp } = await getBlock(client)
      expect(Number(timestamp)).to.be.closeTo(now, 30)
      expect(rules.times.close - now).to.be.within(week - 3700, week)
    })

    it('has the digests of the committed documents on the chain', async () => {
      const onChain = await readDigests(printed)
      const names = await readdir(documents)
      const files = await Promise.all(names.map(digestOf))
      expect(onChain).to.have.all.keys(files)
    })

    it('prints the accounts of the public test mnemonic', () => {
      // The first account of the mnemonic, as everyone knows it.
      const first = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'
      expect(start.printed).to.match(new RegExp(`admin +${first}`))
      for (const { address, privateKey } of printed.seats)
        expect(privateKeyToAccount(privateKey).address).to.equal(address)
    })

    it('prints a key that can seal, sign and cast a ballot', async () => {
      const { client, round, seats } = printed
      const seat = seats[1]!
      const batch = await sealBallot(printed, seat)
      const account = privateKeyToAccount(seat.privateKey)
      const sender = createClient({ ...connection(printed.url), account })
      const cast = await castBallots(sender, { round, batch })
      expect(cast).to.include({ page: 4, ballots: 1 })
      const call = { round, functionName: 'lastVersion' } as const
      const args = [BigInt(seat.reviewer)] as const
      expect(await readRound(client, { ...call, args })).to.equal(1)
    })

    it('runs a relayer that casts a ballot for nothing', async () => {
      const { client, receipts, relayer, round, seats } = printed
      const asked = createRelayerClient(relayer)
      const health = await parseResponse(asked.health.$get())
      expect(health.troubles).to.deep.equal([])
      expect(health.isWell).to.be.true
      const record = { receipts, relayer: health.relayer }
      expect(await getRelayerRecord(client, record)).to.deep.equal({
        ...{ url: relayer, brokenPromises: 0 },
      })
      const seat = seats[2]!
      const ballot = bytesToHex(await sealBallot(printed, seat))
      const param = { round }
      const { ballots } = asked.rounds[':round']
      const answer = await ballots.$post({ param, json: { ballot } })
      expect(answer.status).to.equal(201)
      expect(await answer.json()).to.include.keys('receipt')
      const args = [BigInt(seat.reviewer)] as const
      const call = { round, functionName: 'lastVersion', args } as const
      await untilAsync(async () => (await readRound(client, call)) === 1)
    })

    it('refuses an act before its time, and says what helps', async () => {
      const port = ['--port', String(printed.port)]
      const early = await runDure('sample', 'rank', ...port)
      expect(early.code).to.equal(2)
      expect(early.stderr).to.include('npx dure sample later')
      const wrong = await runDure('sample', 'cast', '3', '5', ...port)
      expect(wrong.code).to.equal(2)
      expect(wrong.stderr).to.include('Expected 4')
    })

    it('prints commands that work in their order, up to the result', async () => {
      const { client, commands, round } = printed
      const phases: string[] = []
      for (const command of commands) {
        const { code, stdout, stderr } = await runCommand(command)
        expect(code, `${command}\n${stderr}`).to.equal(0)
        expect(stdout, command).not.to.include('"error"')
        const { phase } = await getRound(client, { round })
        if (phases.at(-1) !== phase) phases.push(phase)
        if (command.includes('eth_call'))
          expect(BigInt(parseResult(stdout))).to.equal(4n)
      }
      expect(phases).to.deep.equal([
        'review',
        'opening',
        'ranking',
        'objections',
        'confirmation',
        'confirmed',
      ])
      const { ballots } = await getRound(client, { round })
      expect(ballots).to.include({ cast: 21, settled: 21 })
      expect(await releasedBy(printed, 'lottery')).to.deep.equal([1, 2])
      expect(await releasedBy(printed, 'ballot')).to.deep.equal([1, 3])
      const status = await runDure(
        ...['sample', 'status', '--port', String(printed.port)],
      )
      expect(status.stdout).to.include('선정 selected')
    })

    it('ends in a round that dure verify finds nothing wrong with', async () => {
      const node = ['--rpc', printed.url, '--round', printed.round]
      const { code, stdout, stderr } = await runDure('verify', ...node)
      expect(code, stderr).to.equal(0)
      expect(stdout).to.match(/^0 failed, 0 noted, 3 skipped, 52 passed$/m)
    })

    it('… and that the programs of docs/verifying.md find right', async () => {
      const programs = await readPrograms()
      expect([...programs.keys()]).to.deep.equal(['seal', 'list', 'sum'])
      const node = [printed.url, printed.round]
      for (const [name, program] of programs)
        for (const number of ['1', '2', '7']) {
          const ran = await runProgram(program, ...node, number)
          expect(ran.stdout, ran.stderr).to.match(/ is right\.\n$/)
          expect(ran.code, name).to.equal(0)
        }
    })

    it('… which find wrong what is not so', async () => {
      const programs = await readPrograms()
      // A client that reads another salt, block or weight than the chain has.
      const wrong = [
        ['seal', 'salt, salt + 16', 'salt - 1, salt + 15'],
        ['list', 'drawBlock.number)', 'drawBlock.number - 1n)'],
        ['sum', 'sum += points', 'sum += points + 1'],
      ] as const
      for (const [name, right, other] of wrong) {
        const program = programs.get(name) ?? ''
        expect(program).to.include(right)
        const changed = program.replace(right, other)
        const ran = await runProgram(changed, printed.url, printed.round, '2')
        expect(ran.stdout).to.match(/ IS WRONG\.\n$/)
        expect(ran.code).to.equal(1)
      }
    })

    it('ends on a signal: code 0, its files gone, its port free', async () => {
      const folder = path.join(root, '.dure', String(printed.port))
      expect(existsSync(folder)).to.be.true
      const { code } = await start.stop('SIGINT')
      expect(code).to.equal(0)
      expect(existsSync(folder)).to.be.false
      const held = await holdPort(printed.port)
      await held.release()
    })
  })

  describe('given a port in use', () => {
    let held: HeldPort

    before(async () => {
      held = await holdPort(0)
    })

    after(() => held.release())

    it('says so', async () => {
      const { code, stderr } = await runStart('--port', String(held.port))
      expect(code).to.equal(2)
      expect(stderr).to.include(`Port ${held.port} cannot be used`)
    })
  })

  describe('given a port that is none', () => {
    it('says what would be one', async () => {
      const { code, stderr } = await runStart('--port', 'abc')
      expect(code).to.equal(2)
      expect(stderr).to.include('Expected a whole number from 0 to 65535')
    })
  })
})

type Seat = { reviewer: number; address: Address; privateKey: Hex }

type Printed = {
  port: number
  url: string
  client: ReturnType<typeof createClient>
  round: Address
  receipts: Address
  relayer: string
  seats: readonly Seat[]
  commands: readonly string[]
}

function parsePrinted(text: string): Printed {
  const [, url = '', port] = /^ +RPC +(http:\/\/[\d.]+:(\d+))/m.exec(text) ?? []
  const [, round] = /^ .* round +(0x[\da-fA-F]{40})$/m.exec(text) ?? []
  const [, receipts] = /^ .* receipts +(0x[\da-fA-F]{40})$/m.exec(text) ?? []
  const [, relayer = ''] = /relayer +(http:\/\/\S+) /.exec(text) ?? []
  for (const address of [round, receipts])
    if (address === undefined || !isAddress(address)) throw new Error(text)
  const [, toTry = ''] = text.split('Try this in another terminal')
  return {
    port: Number(port),
    url,
    client: createClient(connection(url)),
    round: round as Address,
    receipts: receipts as Address,
    relayer,
    seats: [...text.matchAll(seatRow)].map(toSeat),
    commands: [...toTry.matchAll(/^ {4}(\S.*)$/gm)].map(([, line]) => line!),
  }
}

const seatRow = /^ +(\d+) .* (0x[\da-fA-F]{40}) +(0x[\da-f]{64})$/gm

function toSeat([, reviewer, address = '', privateKey]: RegExpExecArray): Seat {
  if (!isAddress(address) || !isHex(privateKey)) throw new Error(address)
  return { reviewer: Number(reviewer), address, privateKey }
}

function connection(url: string) {
  return { chain: hardhat, transport: http(url), pollingInterval: 50 } as const
}

async function digestOf(name: string): Promise<Hash> {
  const bytes = await readFile(path.join(documents, name))
  return `0x${createHash('sha256').update(bytes).digest('hex')}`
}

/** Every digest of a document that the round's log holds. */
async function readDigests({ client, round }: Printed): Promise<Set<Hash>> {
  const filter = { address: round, fromBlock: 0n } as const
  const logs = await getLogs(client, filter)
  const digests = new Set<Hash>()
  for (const { args, eventName } of parseEventLogs({ abi: roundAbi, logs })) {
    if (eventName === 'RoundOpened') digests.add(args.rules.document)
    if (eventName === 'ProposalRegistered') digests.add(args.digest)
    if (eventName === 'ProposalScreened') digests.add(args.reason)
    if (eventName === 'Frozen') digests.add(args.notice)
  }
  return digests
}

/** The trustees whose shares are public. */
async function releasedBy({ client, round }: Printed, purpose: Purpose) {
  const shares = await getReleasedShares(client, { round, purpose })
  return shares.map(({ trustee }) => trustee)
}

/** As any other client would do it, from the chain and the printed key. */
async function sealBallot(
  { client, round }: Printed,
  { reviewer, privateKey }: Seat,
): Promise<Uint8Array> {
  const args = [BigInt(reviewer)] as const
  const call = { round, functionName: 'listOf', args } as const
  const proposals = await readRound(client, call)
  const keys = await getTrusteeKeys(client, { round })
  const id = { chainId: 31_337n, round }
  const sealer = await createEnvelopeSealer(
    domainSeparator(id),
    keys!.ballotKey,
  )
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const values = Uint8Array.of(5, 4, 0, 0)
  const scores = { reviewer, proposals, values, salt }
  const head = { reviewer, version: 1, seal: hashScores(scores) }
  const envelope = await sealEnvelope(sealer, head, scores)
  const sealed = { ...head, envelope }
  const account = privateKeyToAccount(privateKey)
  const signed = await account.signTypedData(
    toBallotTypedData(id, scores, sealed),
  )
  const body = toAccountBody(hexToBytes(signed))
  return packBallot({ ...sealed, signature: { kind: 0, body } })
}

/** `npx dure …` by this checkout's main, anything else by the shell. */
async function runCommand(command: string): Promise<DureRun> {
  const dure = 'npx dure '
  if (command.startsWith(dure))
    return runDure(...command.slice(dure.length).split(' '))
  const ran = await promisify(execFile)('sh', ['-c', command])
  return { code: 0, ...ran }
}

/** The programs of the page by name, as somebody would save them. */
async function readPrograms(): Promise<Map<string, string>> {
  const page = await readFile(path.join(root, 'docs/verifying.md'), 'utf8')
  const blocks = page.matchAll(/^```js\n(\/\/ node (\w+)\.mjs.*?)^```/gms)
  return new Map(
    [...blocks].map(([, program = '', name = '']) => [name, program]),
  )
}

/** Its first argument would be the file: here it comes from stdin. */
function runProgram(program: string, ...given: string[]): Promise<DureRun> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--input-type=module', '-', ...given],
      { cwd: root },
      (error, stdout, stderr) => {
        resolve({ code: error ? 1 : 0, stdout, stderr })
      },
    )
    child.stdin?.end(program)
  })
}

function parseResult(stdout: string): Hex {
  const answer: unknown = JSON.parse(stdout)
  if (typeof answer === 'object' && answer && 'result' in answer)
    if (isHex(answer.result)) return answer.result
  throw new Error(stdout)
}
