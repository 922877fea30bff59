/** The applicants register and replace, the screener decides, the admin closes. */
import { extendRoster } from '../../chain/extendRoster.ts'
import { writeRound } from '../../chain/writeRound.ts'
import { signMessage } from '../signing/signMessage.ts'
import {
  acceptedProposal,
  type Application,
  versionOf,
} from './applications.ts'
import { type Person, personOf } from './people.ts'
import { day, idOf, type SampleStage } from './stage.ts'

/** Days after the first registration. */
const days = { firstScreening: 8, replacements: 10 }

export async function registerProposals(stage: SampleStage): Promise<void> {
  const { chain, plan, progress, rules } = stage
  const { applications } = plan
  const started = chain.now()
  const inTime = applications.filter(({ versions }) => versions.length === 1)
  const replaced = applications.filter(({ versions }) => versions.length > 1)
  const total = applications.length
  await progress.step('registration', total, 'proposals', async (advance) => {
    for (const application of applications) {
      await register(stage, application, 1)
      advance(1)
    }
    await chain.advanceTo(started + days.firstScreening * day)
    await screen(stage, replaced, 1)
    await chain.advanceTo(started + days.replacements * day)
    for (const application of replaced) await register(stage, application, 2)
  })
  await progress.step('screening', total, 'proposals', async () => {
    await chain.advanceTo(rules.times.registerUntil + 1)
    await screen(stage, inTime, 1)
    await screen(stage, replaced, 2)
    await fixRoster(stage)
  })
}

/** Signed by the applicant and sent by the relayer, who pays. */
async function register(
  stage: SampleStage,
  application: Application,
  version: number,
): Promise<void> {
  const { proposal } = versionOf(application, version)
  const { digest, category, ask } = proposal
  const registration = { version, digest, category, ask }
  const applicant = applicantOf(stage, application)
  const signature = await signMessage(
    applicant.account,
    idOf(stage),
    'Proposal',
    registration,
  )
  await writeRound(stage.actors.relayer, {
    round: stage.round,
    functionName: 'registerProposal',
    args: [applicant.address, registration, signature],
  })
}

async function screen(
  stage: SampleStage,
  applications: readonly Application[],
  version: number,
): Promise<void> {
  const screenings = applications.map((application) => {
    const { screening } = versionOf(application, version)
    return {
      key: applicantOf(stage, application).address,
      version,
      accepted: screening.isAccepted,
      reason: screening.digest,
    }
  })
  await writeRound(stage.actors.screener, {
    round: stage.round,
    functionName: 'screen',
    args: [screenings],
  })
}

async function fixRoster(stage: SampleStage): Promise<void> {
  const { actors, plan, round } = stage
  const keys = plan.applications
    .filter((application) => acceptedProposal(application))
    .map((application) => applicantOf(stage, application).address)
  await extendRoster(actors.admin, { round, keys })
}

function applicantOf(
  { people, plan }: SampleStage,
  application: Application,
): Person {
  const number = plan.applications.indexOf(application) + 1
  return personOf(people.applicants, 'applicant', number)
}
