/** To be written. */
import { Page } from '../../components/Page.tsx'

function ObjectionsPage() {
  return <Page title="ObjectionsPage">…</Page>
}

export default ObjectionsPage
