/** A signed opening on its way: by a wallet that pays, or as a file for anybody. */
import { Trans, useLingui } from '@lingui/react/macro'
import { toOpenPagesArgs } from '../../../../../chain/openPages.ts'
import {
  planSignedOpenings,
  type SignedScores,
} from '../../../../../chain/opening/planSignedOpenings.ts'
import { saveJson } from '../../../components/saveFile.ts'
import { Proof } from '../../../components/Proof.tsx'
import { useConfig } from '../../../config/useConfig.ts'
import { useNode } from '../../../queries/useNode.ts'
import { useRoundContext } from '../../../queries/useRoundContext.ts'
import { roundCall } from '../../acts/call.ts'
import { ActForm } from '../../acts/components/ActForm.tsx'
import { signedOpeningFile } from '../api/ownOpening.ts'

export function SendOpening({ signed }: { signed: SignedScores }) {
  const { t } = useLingui()
  const node = useNode()
  const { chainId } = useConfig()
  const context = useRoundContext()
  const { round } = context
  const { reviewer } = signed
  async function calls() {
    const { groups } = await planSignedOpenings(node, context, [signed])
    return groups.map((group) =>
      roundCall(round, 'openPages', toOpenPagesArgs(group)),
    )
  }
  return (
    <div className="stack">
      <p className="strong" role="status">
        <Trans>서명했습니다. 이제 보내야 세어집니다.</Trans>
      </p>
      <ActForm
        name={t`내 심사표 열기`}
        label={<Trans>지갑으로 보내기</Trans>}
        calls={calls}
      />
      <p>
        <Trans>
          수수료를 낼 지갑이 없으면 파일로 저장해 남에게 부탁하세요. 파일에는
          점수가 담겨 있습니다. 누구도 고칠 수 없고, 그대로 보낼 수만 있습니다.
        </Trans>
      </p>
      <p>
        <button
          className="button"
          type="button"
          onClick={() => {
            const file = signedOpeningFile({ chainId, round }, signed)
            saveJson(`dure-signed-opening-${reviewer}.json`, file)
          }}
        >
          <Trans>서명 파일 저장</Trans>
        </button>
      </p>
      <Proof label={<Trans>파일을 보내는 명령 보기</Trans>}>
        <p>
          <code>npx dure open --own FILE --rpc URL --round {round}</code>
        </p>
      </Proof>
    </div>
  )
}
