/** Another node, other relayers: checked before they are kept. */
import { Trans } from '@lingui/react/macro'
import { type SubmitEvent, useState } from 'react'
import { keepPlace, readPlace } from '../../config/place.ts'
import { useConfig } from '../../config/useConfig.ts'
import { checkNode, isWebAddress, type NodeProblem } from './checkNode.ts'

type Problems = { node?: NodeProblem; relayers?: true }

export function PlaceForm() {
  const { chainId, node, relayers } = useConfig()
  const [problems, setProblems] = useState<Problems>({})
  const [isBusy, setIsBusy] = useState(false)
  const { node: ownNode, relayers: ownRelayers } = readPlace()
  const isOwn = ownNode !== undefined || ownRelayers !== undefined
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isBusy) return
    const form = new FormData(event.currentTarget)
    const place = readForm(form)
    setIsBusy(true)
    const problem = await checkNode(place.node, chainId)
    setIsBusy(false)
    const isWrong = !place.relayers.every(isWebAddress)
    if (problem || isWrong) {
      setProblems({
        ...(problem ? { node: problem } : {}),
        ...(isWrong ? { relayers: true } : {}),
      })
      document.getElementById(problem ? 'node' : 'relayers')?.focus()
      return
    }
    keepPlace(place)
    window.location.reload()
  }
  return (
    <section className="stack" aria-labelledby="place">
      <h2 id="place">
        <Trans>어디서 읽나요</Trans>
      </h2>
      <p>
        <Trans>
          공개 장부는 노드에서, 글은 중계자에게서 받습니다. 받은 것은 이
          기기에서 확인합니다. 못 믿겠으면 다른 곳으로 바꾸세요.
        </Trans>
      </p>
      <form
        className="stack"
        onSubmit={(event) => void submit(event)}
        noValidate
      >
        <div className="field">
          <label htmlFor="node">
            <Trans>노드 주소</Trans>
          </label>
          <input
            id="node"
            name="node"
            type="url"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            defaultValue={node}
            aria-describedby="node-error"
            aria-invalid={problems.node !== undefined}
          />
          <p className="field__error" id="node-error" role="alert">
            {problems.node && (
              <NodeProblemText problem={problems.node} chainId={chainId} />
            )}
          </p>
        </div>
        <div className="field">
          <label htmlFor="relayers">
            <Trans>중계자 주소 (한 줄에 하나, 없어도 됩니다)</Trans>
          </label>
          <textarea
            id="relayers"
            name="relayers"
            rows={3}
            autoComplete="off"
            spellCheck={false}
            defaultValue={relayers.join('\n')}
            aria-describedby="relayers-error"
            aria-invalid={problems.relayers === true}
          />
          <p className="field__error" id="relayers-error" role="alert">
            {problems.relayers && (
              <Trans>
                https://로 시작하는 주소를 한 줄에 하나씩 적어 주세요.
              </Trans>
            )}
          </p>
        </div>
        <div className="row">
          <button className="button" type="submit">
            {isBusy ? (
              <Trans>확인하는 중입니다…</Trans>
            ) : (
              <Trans>확인하고 바꾸기</Trans>
            )}
          </button>
          {isOwn && (
            <button
              className="button button--quiet"
              type="button"
              onClick={() => {
                keepPlace({})
                window.location.reload()
              }}
            >
              <Trans>처음 정해진 곳으로 돌아가기</Trans>
            </button>
          )}
        </div>
      </form>
    </section>
  )
}

function readForm(form: FormData) {
  const textOf = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const relayers = textOf('relayers').split(/\s+/).filter(Boolean)
  return {
    node: textOf('node'),
    // A slash at the end would stand twice.
    relayers: relayers.map((one) => one.replace(/\/+$/, '')),
  }
}

type NodeProblemTextProps = { problem: NodeProblem; chainId: number }

function NodeProblemText({ chainId, problem }: NodeProblemTextProps) {
  if (problem === 'noUrl')
    return <Trans>https://로 시작하는 노드 주소를 적어 주세요.</Trans>
  if (problem === 'silent')
    return (
      <Trans>
        이 주소가 답하지 않습니다. 주소를 다시 보거나 다른 노드를 써 보세요.
      </Trans>
    )
  return (
    <Trans>
      다른 체인의 노드입니다. 체인 번호 {chainId}인 노드가 필요합니다.
    </Trans>
  )
}
