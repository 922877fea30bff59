/** To be written. */
import { Page } from '../../components/Page.tsx'

function ListPage() {
  return <Page title="ListPage">…</Page>
}

export default ListPage
