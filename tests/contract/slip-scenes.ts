import { expect } from 'vitest'
import type { Printer } from '#shared/contract/devices.ts'
import type { BackendLab } from '../helpers/backend-lab.ts'

interface SlipScene extends BackendLab {
  readonly slipId: number
}

/** Nobody listens there: slips wait. */
const away: Printer = {
  id: 'away',
  name: '빈자리',
  enabled: true,
  columns: 42,
  kind: 'tcp',
  host: '127.0.0.1',
  port: 9,
}

/** A slip that waits for a printer that is not there. */
const waiting = async (lab: SlipScene): Promise<number> => {
  await lab.call('printers.remove', { id: 'screen' })
  await lab.call('printers.save', away)
  return (await lab.call('slips.reprint', { slipId: lab.slipId })).id
}

export const slipScenes = {
  'slips.reprint': async (lab: SlipScene) => {
    const again = await lab.call('slips.reprint', { slipId: lab.slipId })
    const [latest, first] = await lab.call('slips.recent', { limit: 2 })
    expect(latest).toMatchObject({ id: again.id, reprint: true, number: first?.number })
    expect(await lab.refused('slips.reprint', { slipId: 1 })).toMatchObject({ code: 'slip.not-found' })
  },
  'slips.recent': async (lab: SlipScene) => {
    expect(await lab.call('slips.recent', { limit: 5 })).toMatchObject([
      { state: 'confirmed', settled: true },
    ])
  },
  'slips.queue': async (lab: SlipScene) => {
    const id = await waiting(lab)
    expect(await lab.call('slips.queue', {})).toMatchObject({
      waiting: [{ id, copy: 1, purpose: 'slip', printerId: 'away', printerName: '빈자리', state: 'queued' }],
      waitingCount: 1,
      unclear: [],
    })
  },
  'slips.cancel': async (lab: SlipScene) => {
    const slipId = await waiting(lab)
    await lab.call('slips.cancel', { slipId })
    expect(await lab.call('slips.queue', {})).toEqual({ waiting: [], waitingCount: 0, unclear: [] })
    expect(await lab.refused('slips.cancel', { slipId })).toMatchObject({ code: 'slip.begun' })
    expect(await lab.refused('slips.cancel', { slipId: 1 })).toMatchObject({ code: 'slip.not-found' })
  },
  'slips.move': async (lab: SlipScene) => {
    const slipId = await waiting(lab)
    const screen: Printer = { id: 'narrow', name: '좁은 화면', enabled: true, columns: 32, kind: 'screen' }
    await lab.call('printers.save', screen)
    expect(await lab.refused('slips.move', { slipId, printerId: 'narrow' })).toMatchObject({
      code: 'slip.too-wide',
    })
    expect(await lab.refused('slips.move', { slipId, printerId: 'none' })).toMatchObject({
      code: 'printer.not-found',
    })
    const printed = await lab.toldTimes('slip.printed', 0)
    await lab.call('printers.save', { ...screen, columns: 42 })
    await lab.call('slips.move', { slipId, printerId: 'narrow' })
    await lab.toldTimes('slip.printed', printed.length + 1)
    expect((await lab.call('slips.recent', { limit: 1 }))[0]).toMatchObject({
      id: slipId,
      state: 'confirmed',
      printerName: '좁은 화면',
    })
  },
  'slips.seen': async (lab: SlipScene) => {
    const id = await waiting(lab)
    await lab.call('printers.remove', { id: 'away' })
    await lab.toldTimes('slip.printed', 1)
    expect((await lab.call('slips.queue', {})).unclear).toMatchObject([{ id, state: 'failed' }])
    await lab.call('slips.seen', { slipIds: [id, 1] })
    expect((await lab.call('slips.queue', {})).unclear).toEqual([])
  },
}
