/** To be written. */
import { Page } from '../../components/Page.tsx'

function SentPage() {
  return <Page title="SentPage">…</Page>
}

export default SentPage
