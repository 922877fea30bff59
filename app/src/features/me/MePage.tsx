/** To be written. */
import { Page } from '../../components/Page.tsx'

function MePage() {
  return <Page title="MePage">…</Page>
}

export default MePage
