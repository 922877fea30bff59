/** To be written. */
import { Page } from '../../components/Page.tsx'

function LogPage() {
  return <Page title="LogPage">…</Page>
}

export default LogPage
