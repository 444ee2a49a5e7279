import { rmSync } from 'node:fs'
import { expect } from 'vitest'
import type { MethodName } from '#shared/contract/index.ts'
import type { BackendLab } from '../helpers/backend-lab.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

type ExportMethod = Extract<MethodName, `openExport.${string}`>

/** A good call of every method of the open export. */
export const openExportScenes: { readonly [M in ExportMethod]: (lab: BackendLab) => Promise<void> } = {
  'openExport.run': async (lab) => {
    const target = temporaryFolder()
    const done = await lab.call('openExport.run', { target, zip: false, password: '' })
    expect(done).toMatchObject({ people: 1 })
    expect(lab.told('openExport.progress').at(-1)).toMatchObject({ running: false })
    rmSync(done.path, { recursive: true })
  },
  'openExport.progress': async (lab) => {
    expect(await lab.call('openExport.progress', {})).toEqual({ running: false, part: 0, secondsLeft: null })
  },
  'openExport.cancel': async (lab) => {
    await lab.call('openExport.cancel', {})
    expect(await lab.call('openExport.progress', {})).toMatchObject({ running: false })
  },
}
