/** To be written. */
import { Page } from '../../components/Page.tsx'

function EnrolPage() {
  return <Page title="EnrolPage">…</Page>
}

export default EnrolPage
