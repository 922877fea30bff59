/** To be written. */
import { Page } from '../../components/Page.tsx'

function HelpPage() {
  return <Page title="HelpPage">…</Page>
}

export default HelpPage
