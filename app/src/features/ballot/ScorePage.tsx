/** To be written. */
import { Page } from '../../components/Page.tsx'

function ScorePage() {
  return <Page title="ScorePage">…</Page>
}

export default ScorePage
