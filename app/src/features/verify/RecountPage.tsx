/** To be written. */
import { Page } from '../../components/Page.tsx'

function RecountPage() {
  return <Page title="RecountPage">…</Page>
}

export default RecountPage
