/** Who does what, who keeps the key, and who may sign with a passkey. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useActingWallet } from '../../acts/actingWallet.ts'
import { ContractTrustee } from '../../acts/components/ContractTrustee.tsx'
import { FieldProblems } from '../components/FieldProblems.tsx'
import { Rows } from '../components/Rows.tsx'
import { TextField } from '../components/TextField.tsx'
import type { Draft } from '../draft/draft.ts'
import { useWizard } from '../wizardContext.ts'
import { Passkeys } from './Passkeys.tsx'
import { roleWords } from './roleWords.ts'

type Role = keyof Draft['holders']
const roles: readonly Role[] = ['admin', 'registrar', 'screener', 'committee']

export function RolesStep() {
  const { change, draft } = useWizard()
  const { i18n } = useLingui()
  return (
    <>
      <p>
        <Trans>
          맡을 사람의 지갑이나 Safe(여럿이 함께 쓰는 지갑)의 주소를 적습니다.
          나중에 넘겨줄 수 있습니다.
        </Trans>
      </p>
      {roles.map((role) => (
        <TextField
          key={role}
          path={`holders.${role}`}
          label={i18n._(roleWords[role].label)}
          hint={i18n._(roleWords[role].hint)}
          value={draft.holders[role]}
          onChange={(holder) => {
            change({ holders: { ...draft.holders, [role]: holder } })
          }}
        />
      ))}
      <FillWallet />
      <h2>
        <Trans>열쇠지기</Trans>
      </h2>
      <Trustees />
      <TextField
        isNumber
        path="minOpened"
        label={<Trans>열쇠가 오지 않을 때 필요한 개봉 비율 (%)</Trans>}
        hint={
          <Trans>
            열쇠지기가 모이지 못하면 심사자가 자기 심사표를 직접 엽니다. 이
            비율에 못 미치면 회차는 실패합니다. 50이 알맞습니다.
          </Trans>
        }
        value={draft.minOpened}
        onChange={(minOpened) => {
          change({ minOpened })
        }}
      />
      <Passkeys />
    </>
  )
}

/** Only where nobody is named yet. */
function FillWallet() {
  const { change, draft } = useWizard()
  const wallet = useActingWallet()
  if (!wallet || roles.every((role) => draft.holders[role] !== '')) return null
  const holders = Object.fromEntries(
    roles.map((role) => [role, draft.holders[role] || wallet.address]),
  )
  return (
    <p>
      <button
        className="button"
        type="button"
        onClick={() => {
          change({ holders: holders as Draft['holders'] })
        }}
      >
        <Trans>빈 칸을 내 지갑으로 채우기</Trans>
      </button>
    </p>
  )
}

function Trustees() {
  const { change, draft } = useWizard()
  const count = draft.trustees.length
  return (
    <>
      <Rows
        label={<Trans>열쇠를 나누어 가질 곳</Trans>}
        hint={
          <Trans>
            서로 독립된 곳이어야 합니다. 한 곳뿐이면 그곳이 마감 전에도 열어 볼
            수 있습니다.
          </Trans>
        }
        addLabel={<Trans>열쇠지기 더하기</Trans>}
        items={draft.trustees}
        fresh=""
        onChange={(trustees) => {
          change({ trustees })
        }}
      >
        {(trustee, index, set) => (
          <>
            <TextField
              path={`trustees[${index}]`}
              label={<Trans>열쇠지기 {index + 1} 주소</Trans>}
              value={trustee}
              onChange={set}
            />
            <ContractTrustee address={trustee} />
          </>
        )}
      </Rows>
      <FieldProblems path="trustees" />
      <TextField
        isNumber
        path="threshold"
        label={<Trans>몇 곳이 모여야 열리나요</Trans>}
        hint={<Trans>지금 {count}곳입니다. 절반을 넘는 수가 알맞습니다.</Trans>}
        value={draft.threshold}
        onChange={(threshold) => {
          change({ threshold })
        }}
      />
    </>
  )
}
