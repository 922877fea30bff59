/** To be written. */
import { Page } from '../../components/Page.tsx'

function DemoPage() {
  return <Page title="DemoPage">…</Page>
}

export default DemoPage
