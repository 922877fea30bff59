/** To be written. */
import { Page } from '../../components/Page.tsx'

function ResultsPage() {
  return <Page title="ResultsPage">…</Page>
}

export default ResultsPage
