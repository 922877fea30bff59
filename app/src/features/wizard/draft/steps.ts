/** The eight steps of the wizard, in their order. */
export const stepNames = [
  'basics',
  'times',
  'scores',
  'selection',
  'draw',
  'roles',
  'dry-run',
  'check',
] as const

export type StepName = (typeof stepNames)[number]
