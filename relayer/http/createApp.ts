/** The whole of the HTTP interface: what goes around every route, and the routes. */
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { timeout } from 'hono/timeout'
import { openAPIRouteHandler } from 'hono-openapi'
import { getAct } from '../routes/getAct.ts'
import { getBallot } from '../routes/getBallot.ts'
import { getDocument } from '../routes/getDocument.ts'
import { getDocuments } from '../routes/getDocuments.ts'
import { getCoverage } from '../routes/getCoverage.ts'
import { getEvents } from '../routes/getEvents.ts'
import { getRelayer } from '../routes/getRelayer.ts'
import { getHealth } from '../routes/getHealth.ts'
import { getProposals } from '../routes/getProposals.ts'
import { getRound } from '../routes/getRound.ts'
import { getRounds } from '../routes/getRounds.ts'
import { postBallot } from '../routes/postBallot.ts'
import { postAct } from '../routes/postAct.ts'
import { putDocument } from '../routes/putDocument.ts'
import { contacts } from '../routes/contacts.ts'
import { deleteDocument } from '../routes/deleteDocument.ts'
import { deleteSession } from '../routes/deleteSession.ts'
import { getActs } from '../routes/getActs.ts'
import { getEnrolment } from '../routes/getEnrolment.ts'
import { getEnrolments } from '../routes/getEnrolments.ts'
import { getRoles } from '../routes/getRoles.ts'
import { getRollDifferences } from '../routes/getRollDifferences.ts'
import { getRollTable } from '../routes/getRollTable.ts'
import { getSeats } from '../routes/getSeats.ts'
import { getTexts } from '../routes/getTexts.ts'
import { links } from '../routes/links.ts'
import { postClaim } from '../routes/postClaim.ts'
import { postEnrolmentSignature } from '../routes/postEnrolmentSignature.ts'
import { postNonce } from '../routes/postNonce.ts'
import { postReissues } from '../routes/postReissues.ts'
import { postSession } from '../routes/postSession.ts'
import { postTicketSearch } from '../routes/postTicketSearch.ts'
import { postTickets } from '../routes/postTickets.ts'
import { retention } from '../routes/retention.ts'
import type { Services } from '../services.ts'
import { toDatabaseFault } from '../storage/databaseFault.ts'
import { limitBody } from './limitBody.ts'
import { type Env, limitByAddress } from './limits.ts'
import { logRequests } from './logRequests.ts'
import { answer, toAnswer } from './toAnswer.ts'
import { timedOut } from './timedOut.ts'

const shownElsewhere = { crossOriginResourcePolicy: 'cross-origin' }

export type AppType = ReturnType<typeof routes>

/** A new route is a file in routes/ and a line here. */
function routes(services: Services) {
  return new Hono<Env>()
    .route('/', getHealth(services))
    .route('/', getRounds(services))
    .route('/', getRound(services))
    .route('/', getCoverage(services))
    .route('/', getEvents(services))
    .route('/', getRelayer(services))
    .route('/', postBallot(services))
    .route('/', getBallot(services))
    .route('/', getProposals(services))
    .route('/', postAct(services))
    .route('/', getTexts(services))
    .route('/', getAct(services))
    .route('/', getDocuments(services))
    .route('/', getDocument(services))
    .route('/', putDocument(services))
    .route('/', deleteDocument(services))
    .route('/', postNonce(services))
    .route('/', postSession(services))
    .route('/', deleteSession(services))
    .route('/', getRoles(services))
    .route('/', postTickets(services))
    .route('/', postReissues(services))
    .route('/', getSeats(services))
    .route('/', getActs(services))
    .route('/', postTicketSearch(services))
    .route('/', postClaim(services))
    .route('/', getEnrolments(services))
    .route('/', getEnrolment(services))
    .route('/', postEnrolmentSignature(services))
    .route('/', getRollTable(services))
    .route('/', getRollDifferences(services))
    .route('/', contacts(services))
    .route('/', retention(services))
    .route('/', links(services))
}

export function createApp(services: Services) {
  const { config, log } = services
  const app = new Hono<Env>()
  app.use(requestId())
  app.use(logRequests(log))
  // Documents are public, and images among them are shown by pages elsewhere.
  app.use('/documents/*', secureHeaders(shownElsewhere))
  app.use(secureHeaders())
  app.use(cors({ origin: [...config.origins], credentials: true }))
  app.use(limitByAddress(config))
  // Around the reading of the body, too: it may come a byte at a time.
  app.use(timeout(1_000 * config.patienceSeconds, timedOut))
  app.use(limitBody())
  app.route('/', routes(services))
  app.get('/openapi.json', openAPIRouteHandler(app, { documentation }))
  app.notFound((context) => {
    const { status, body } = answer(404, 'NotFound')
    return context.json(body, status)
  })
  app.onError((error, context) => {
    const fault = toDatabaseFault(error)
    if (fault) services.troubles.note('storage', fault)
    const { status, body } = toAnswer(error)
    // The rest of what is too large is not read.
    if (status === 413) context.header('connection', 'close')
    return context.json(body, status)
  })
  return app
}

const documentation = {
  info: {
    title: 'Dure relayer',
    version: '0.1.0',
    description:
      'Takes sealed ballots and signed proposals free of charge; keeps documents.',
  },
}
