/** To be written. */
import { Page } from '../../components/Page.tsx'

function SettingsPage() {
  return <Page title="SettingsPage">…</Page>
}

export default SettingsPage
