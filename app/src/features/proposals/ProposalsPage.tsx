/** To be written. */
import { Page } from '../../components/Page.tsx'

function ProposalsPage() {
  return <Page title="ProposalsPage">…</Page>
}

export default ProposalsPage
