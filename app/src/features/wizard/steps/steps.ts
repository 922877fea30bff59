/** The fields of each step. */
import type { ComponentType } from 'react'
import type { StepName } from '../draft/steps.ts'
import { BasicsStep } from './BasicsStep.tsx'
import { CheckStep } from './CheckStep.tsx'
import { DrawStep } from './DrawStep.tsx'
import { DryRunStep } from './DryRunStep.tsx'
import { RolesStep } from './RolesStep.tsx'
import { ScoresStep } from './ScoresStep.tsx'
import { SelectionStep } from './SelectionStep.tsx'
import { TimesStep } from './TimesStep.tsx'

export const steps: Readonly<Record<StepName, ComponentType>> = {
  basics: BasicsStep,
  times: TimesStep,
  scores: ScoresStep,
  selection: SelectionStep,
  draw: DrawStep,
  roles: RolesStep,
  'dry-run': DryRunStep,
  check: CheckStep,
}
