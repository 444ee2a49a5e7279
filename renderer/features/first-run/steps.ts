import type { AppStatus } from '../../api/types.ts'

/** The guide in its order. */
export const steps = [
  'welcome',
  'shop',
  'passphrase',
  'recovery',
  'confirm',
  'pos',
  'printer',
  'done',
] as const
export type Step = (typeof steps)[number]

/** A guide that was interrupted before the code was typed back goes on there. */
export const firstStep = (phase: AppStatus['phase']): Step =>
  phase === 'unconfirmed' ? 'confirm' : phase === 'open' ? 'pos' : 'welcome'
