/** The phases as the contract numbers them. */
export const phases = {
  registration: 0n,
  screening: 1n,
  roll: 2n,
  draw: 3n,
  review: 4n,
  opening: 5n,
  ranking: 6n,
  objections: 7n,
  answers: 8n,
  confirmation: 9n,
  confirmed: 10n,
  cancelled: 11n,
  lapsed: 12n,
  failed: 13n,
} as const
