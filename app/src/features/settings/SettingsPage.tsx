/** How the page looks, whom it asks, and what this device keeps. */
import { useLingui } from '@lingui/react/macro'
import { Page } from '../../components/Page.tsx'
import { DisplayForm } from './DisplayForm.tsx'
import { KeptHere } from './KeptHere.tsx'
import { PlaceForm } from './PlaceForm.tsx'
import './settings.css'

function SettingsPage() {
  const { t } = useLingui()
  return (
    <Page title={t`글자·화면`} isText>
      <DisplayForm />
      <PlaceForm />
      <KeptHere />
    </Page>
  )
}

export default SettingsPage
