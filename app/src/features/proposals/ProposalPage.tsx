/** To be written. */
import { Page } from '../../components/Page.tsx'

function ProposalPage() {
  return <Page title="ProposalPage">…</Page>
}

export default ProposalPage
