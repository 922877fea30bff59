/** To be written. */
import { Page } from '../../components/Page.tsx'

function RolesPage() {
  return <Page title="RolesPage">…</Page>
}

export default RolesPage
