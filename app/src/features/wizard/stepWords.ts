/** What each step is called. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { StepName } from './draft/steps.ts'

export const stepWords: Readonly<Record<StepName, MessageDescriptor>> = {
  basics: msg`기본`,
  times: msg`일정`,
  scores: msg`점수`,
  selection: msg`선정`,
  draw: msg`추첨`,
  roles: msg`담당`,
  'dry-run': msg`모의 실행`,
  check: msg`확인`,
}
