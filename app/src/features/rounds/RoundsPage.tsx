/** To be written. */
import { Page } from '../../components/Page.tsx'

function RoundsPage() {
  return <Page title="RoundsPage">…</Page>
}

export default RoundsPage
