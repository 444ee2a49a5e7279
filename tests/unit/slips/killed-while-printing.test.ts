import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { silentLog } from '#backend/devices/device-log.ts'
import { openDeviceStore } from '#backend/devices/device-store.port.ts'
import { createPrinters } from '#backend/devices/printers.service.ts'
import { systemClock } from '#backend/platform/clock.ts'
import { findSlip } from '#backend/slips/slips.repo.ts'
import { createSlips } from '#backend/slips/slips.service.ts'
import { startTcpTestPrinter, type TestPrinter } from '../../helpers/devices/test-printer.ts'
import { until } from '../../helpers/devices/until.ts'
import { ledgerLab, passphrase } from '../../helpers/ledger-lab.ts'
import { readyMadeTemplates } from '../../helpers/ready-made-slips.ts'

/**
 * A real program is killed at a moment of its printing; what a new one makes of the slip.
 * @param moment what has to have happened at the printer when the axe falls.
 */
const stateAfterKill = async (
  prepare: (printer: TestPrinter) => void,
  moment: (printer: TestPrinter) => boolean,
): Promise<{ state: string | undefined; printer: TestPrinter }> => {
  const lab = await ledgerLab()
  lab.dispose()
  const printer = await startTcpTestPrinter()
  onTestFinished(() => printer.close())
  prepare(printer)
  const devices = join(lab.folder, 'devices.json')
  const store = openDeviceStore(devices)
  const place = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const
  store.write({
    sources: [],
    printers: [{ id: 'net', name: '계산대', enabled: true, columns: 42, ...place }],
  })

  const program: ChildProcess = fork(new URL('../../helpers/devices/printing-program.ts', import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  onTestFinished(() => void program.kill('SIGKILL'))
  program.send({ path: lab.path, devices, passphrase })
  const [{ id }] = (await once(program, 'message')) as [{ id: number }]
  await until('the moment', () => moment(printer))
  const ended = once(program, 'exit')
  program.kill('SIGKILL')
  await ended

  const ledger = await lab.reopen()
  printer.mend()
  printer.faults.losesReports = false
  const printers = createPrinters({ store, clock: systemClock, log: silentLog, onStatus: () => undefined })
  await printers.start()
  const slips = createSlips({
    templates: readyMadeTemplates,
    ...ledger,
    clock: systemClock,
    printers,
    log: silentLog,
    onSettled: () => undefined,
  })
  slips.start()
  const state = (): string | undefined => findSlip(ledger.reader, id)?.state
  await until('the slip to be settled', () => state() !== 'queued' && state() !== 'sent')
  await slips.stop()
  await printers.stop()
  return { state: state(), printer }
}

test('killed when all was sent and nothing confirmed: unknown, and not printed again', async () => {
  const { state, printer } = await stateAfterKill(
    (fresh) => {
      fresh.faults.losesReports = true
    },
    (busy) => busy.slips()[0]?.includes('02-0000-1234') === true,
  )
  expect(state).toBe('unknown')
  expect(printer.slips()).toHaveLength(1)
})

test('killed while it waited for paper: printed by the next program, once', async () => {
  const { state, printer } = await stateAfterKill(
    (fresh) => {
      fresh.faults.paperOut = true
    },
    (busy) => busy.statusAsked() > 0,
  )
  expect(state).toBe('confirmed')
  expect(printer.slips()).toHaveLength(1)
})
