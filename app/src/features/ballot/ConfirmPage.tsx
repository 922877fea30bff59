/** To be written. */
import { Page } from '../../components/Page.tsx'

function ConfirmPage() {
  return <Page title="ConfirmPage">…</Page>
}

export default ConfirmPage
