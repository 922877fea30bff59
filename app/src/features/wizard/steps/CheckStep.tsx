/** All that is still wrong, the document, and the one press that makes the round. */
import { Trans, useLingui } from '@lingui/react/macro'
import { saveFile } from '../../../components/saveFile.ts'
import { Proof } from '../../../components/Proof.tsx'
import { useCreatedRound } from '../api/useCreatedRound.ts'
import { writeDraftFile } from '../draft/draftFile.ts'
import { roundDocument } from '../draft/roundDocument.ts'
import { useWizard } from '../wizardContext.ts'
import { Created } from './Created.tsx'
import { CreateForm } from './CreateForm.tsx'
import { ProblemList } from './ProblemList.tsx'
import { Summary } from './Summary.tsx'

export function CheckStep() {
  const { checked, draft } = useWizard()
  const { t } = useLingui()
  const { data: made } = useCreatedRound(draft)
  const document = roundDocument(draft)
  return (
    <>
      {made ? <Created attempt={made} /> : null}
      <ProblemList problems={checked.problems} title={<Trans>고칠 것</Trans>} />
      <ProblemList
        problems={checked.warnings}
        title={<Trans>만들 수는 있지만 알아 두세요</Trans>}
      />
      <Summary />
      <Proof label={<Trans>회차 문서의 원문 보기</Trans>}>
        <pre className="source">{new TextDecoder().decode(document)}</pre>
      </Proof>
      <div className="row">
        <button
          className="button"
          type="button"
          onClick={() => {
            saveFile(t`회차-초안.json`, writeDraftFile(draft))
          }}
        >
          <Trans>초안을 파일로 저장</Trans>
        </button>
        <button
          className="button button--quiet"
          type="button"
          onClick={() => {
            saveFile('round.json', document)
          }}
        >
          <Trans>회차 문서 저장</Trans>
        </button>
      </div>
      {made ? null : <CreateForm />}
    </>
  )
}
