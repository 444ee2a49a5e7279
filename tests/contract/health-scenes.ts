import { expect } from 'vitest'
import type { MethodName } from '#shared/contract/index.ts'
import type { BackendLab } from '../helpers/backend-lab.ts'

type HealthMethod = Extract<MethodName, `health.${string}`>

/** A good call of every method of the check. */
export const healthScenes: { readonly [M in HealthMethod]: (lab: BackendLab) => Promise<void> } = {
  'health.state': async (lab) => {
    expect(await lab.call('health.state', {})).toEqual({ running: false, last: null })
  },
  'health.run': async (lab) => {
    expect((await lab.call('health.run', {})).last).toMatchObject({ faults: [], customers: 1, receipts: 1 })
  },
}
