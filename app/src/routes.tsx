/** Every address of the dApp, and the page that is shown there. */
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
} from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { proposalsSearchSchema } from './features/proposals/search.ts'
import { logSearchSchema } from './features/rounds/log/search.ts'
import { withMessages } from './locales/withMessages.tsx'
import { NotFound } from './shell/NotFound.tsx'
import { RoundLayout } from './shell/RoundLayout.tsx'
import { Shell } from './shell/Shell.tsx'

type PageModule = Promise<{ default: ComponentType }>

/** Code of a page, and messages of the features that it shows, come together. */
function lazyPage(features: readonly string[], load: () => PageModule) {
  return lazyRouteComponent(() => withMessages(features, load))
}

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

const atRoot = <const path extends string>(
  path: path,
  component: RouteComponent,
) => createRoute({ getParentRoute: () => root, path, component })

const round = createRoute({
  getParentRoute: () => root,
  path: '/r/$round',
  component: RoundLayout,
})

const ofRound = <const path extends string>(
  path: path,
  component: RouteComponent,
) => createRoute({ getParentRoute: () => round, path, component })

const tree = root.addChildren([
  atRoot(
    '/',
    lazyPage(['rounds'], () => import('./features/rounds/RoundsPage.tsx')),
  ),
  round.addChildren([
    ofRound(
      '/',
      lazyPage(['rounds'], () => import('./features/rounds/RoundPage.tsx')),
    ),
    ofRound(
      'rules',
      lazyPage(['rounds'], () => import('./features/rounds/RulesPage.tsx')),
    ),
    ofRound(
      'roles',
      lazyPage(['rounds'], () => import('./features/rounds/RolesPage.tsx')),
    ),
    createRoute({
      getParentRoute: () => round,
      path: 'log',
      validateSearch: logSearchSchema,
      component: lazyPage(
        ['rounds'],
        () => import('./features/rounds/LogPage.tsx'),
      ),
    }),
    createRoute({
      getParentRoute: () => round,
      path: 'p',
      validateSearch: proposalsSearchSchema,
      component: lazyPage(
        ['proposals'],
        () => import('./features/proposals/ProposalsPage.tsx'),
      ),
    }),
    ofRound(
      'p/$number',
      lazyPage(
        ['proposals'],
        () => import('./features/proposals/ProposalPage.tsx'),
      ),
    ),
    ofRound(
      'results',
      lazyPage(['results'], () => import('./features/results/ResultsPage.tsx')),
    ),
    ofRound(
      'objections',
      lazyPage(
        ['acts', 'results'],
        () => import('./features/results/ObjectionsPage.tsx'),
      ),
    ),
    ofRound(
      'apply',
      lazyPage(
        ['acts', 'proposals', 'applicant'],
        () => import('./features/applicant/ApplyPage.tsx'),
      ),
    ),
    ofRound(
      'apply/mine',
      lazyPage(
        ['acts', 'proposals', 'applicant'],
        () => import('./features/applicant/MinePage.tsx'),
      ),
    ),
    ofRound(
      'office/screening',
      lazyPage(
        ['acts', 'proposals', 'screening'],
        () => import('./features/screening/ScreeningPage.tsx'),
      ),
    ),
    ofRound(
      'office/roster',
      lazyPage(
        ['acts', 'proposals', 'screening'],
        () => import('./features/screening/RosterPage.tsx'),
      ),
    ),
    ofRound(
      'office/decision',
      lazyPage(
        ['acts', 'results', 'decision'],
        () => import('./features/decision/DecisionPage.tsx'),
      ),
    ),
    ofRound(
      'recount',
      lazyPage(['verify'], () => import('./features/verify/RecountPage.tsx')),
    ),
    ofRound(
      'check',
      lazyPage(['verify'], () => import('./features/verify/CheckPage.tsx')),
    ),
    ofRound(
      'trustee',
      lazyPage(
        ['acts', 'trustee'],
        () => import('./features/trustee/TrusteePage.tsx'),
      ),
    ),
    ofRound(
      'finish',
      lazyPage(
        ['acts', 'results', 'finish'],
        () => import('./features/finish/FinishPage.tsx'),
      ),
    ),
    ofRound(
      'review',
      lazyPage(['ballot'], () => import('./features/ballot/ListPage.tsx')),
    ),
    ofRound(
      'review/$place',
      lazyPage(['ballot'], () => import('./features/ballot/ScorePage.tsx')),
    ),
    ofRound(
      'review/send',
      lazyPage(
        ['acts', 'ballot'],
        () => import('./features/ballot/ConfirmPage.tsx'),
      ),
    ),
    ofRound(
      'review/sent',
      lazyPage(
        ['acts', 'ballot'],
        () => import('./features/ballot/SentPage.tsx'),
      ),
    ),
    ofRound(
      'office',
      lazyPage(
        ['acts', 'office'],
        () => import('./features/office/OfficePage.tsx'),
      ),
    ),
    ofRound(
      'office/freeze',
      lazyPage(
        ['acts', 'office'],
        () => import('./features/office/FreezePage.tsx'),
      ),
    ),
    ofRound(
      'office/handover',
      lazyPage(
        ['acts', 'office'],
        () => import('./features/office/HandoverPage.tsx'),
      ),
    ),
    ofRound(
      'office/cancel',
      lazyPage(
        ['acts', 'office'],
        () => import('./features/office/CancelPage.tsx'),
      ),
    ),
    ofRound(
      'office/coverage',
      lazyPage(
        ['acts', 'coverage'],
        () => import('./features/coverage/CoveragePage.tsx'),
      ),
    ),
    ofRound(
      'office/roll',
      lazyPage(
        ['acts', 'tickets'],
        () => import('./features/tickets/RollPage.tsx'),
      ),
    ),
    ofRound(
      'office/retention',
      lazyPage(
        ['acts', 'tickets'],
        () => import('./features/tickets/RetentionPage.tsx'),
      ),
    ),
  ]),
  atRoot(
    '/t/$code',
    lazyPage(['acts', 'roll'], () => import('./features/roll/EnrolPage.tsx')),
  ),
  atRoot(
    '/me',
    lazyPage(['acts', 'me'], () => import('./features/me/MePage.tsx')),
  ),
  atRoot(
    '/new',
    lazyPage(
      ['acts', 'wizard'],
      () => import('./features/wizard/WizardPage.tsx'),
    ),
  ),
  atRoot(
    '/new/$draft/$step',
    lazyPage(
      ['acts', 'wizard'],
      () => import('./features/wizard/StepPage.tsx'),
    ),
  ),
  atRoot(
    '/settings',
    lazyPage(
      ['settings'],
      () => import('./features/settings/SettingsPage.tsx'),
    ),
  ),
  atRoot(
    '/help',
    lazyPage(['help'], () => import('./features/help/HelpPage.tsx')),
  ),
  atRoot(
    '/demo',
    lazyPage(['demo'], () => import('./features/demo/DemoPage.tsx')),
  ),
])

export type AppRouter = ReturnType<typeof createAppRouter>

/** The page of the address bar begins to come before anything else is known. */
export function loadFirstPage(router: AppRouter): void {
  const [matched] = router.getMatchedRoutes(router.latestLocation.pathname)
  for (const route of matched) void router.loadRouteChunk(route)
}

export function createAppRouter() {
  return createRouter({
    routeTree: tree,
    history: createHashHistory(),
    defaultPreload: 'intent',
    scrollRestoration: false,
  })
}

declare module '@tanstack/react-router' {
  // The router asks for an interface to merge with.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface Register {
    router: AppRouter
  }
}
