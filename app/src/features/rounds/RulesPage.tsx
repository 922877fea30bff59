/** To be written. */
import { Page } from '../../components/Page.tsx'

function RulesPage() {
  return <Page title="RulesPage">…</Page>
}

export default RulesPage
