/** To be written. */
import { Page } from '../../components/Page.tsx'

function RoundPage() {
  return <Page title="RoundPage">…</Page>
}

export default RoundPage
