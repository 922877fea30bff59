/** To be written. */
import { Page } from '../../components/Page.tsx'

function CheckPage() {
  return <Page title="CheckPage">…</Page>
}

export default CheckPage
