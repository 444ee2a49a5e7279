import { setTimeout as pause } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import type { CallOutput } from '#shared/contract/index.ts'
import { movePart } from '#shared/contract/moving.ts'
import { formatNumber } from '#shared/won.ts'
import type { BenchContext } from '../context.ts'
import type { OpenBackend } from '../open-backend.ts'
import type { Measured } from '../row.ts'
import { percentile } from '../statistics.ts'

/** Of the whole list, rows that stand in it twice. */
const twins = 0.04

/**
 * A workbook of customers with points is brought in while the counter looks people up: from the first byte to the last
 * row, with the dry run between.
 */
export const movingInRows = async (
  { rounds, row, ledgerWords }: BenchContext,
  backend: OpenBackend,
): Promise<Measured[]> => {
  const people = rounds(50_000)
  const bytes = await listOf(people)
  const lookups = watchCounter(backend)
  const start = performance.now()
  const checked = await upToDryRun(backend, bytes)
  const dry = performance.now() - start
  if (checked.check?.fresh !== people - Math.floor(people * twins))
    throw new Error('The dry run counts otherwise')
  await backend.ask('moving.run', { agreed: true })
  const { run } = await settled(backend)
  const whole = performance.now() - start
  const waits = await lookups.stop()
  if (run?.added !== checked.check.fresh) throw new Error('Not everybody came in')
  const undoing = performance.now()
  await backend.ask('moving.undo', { runId: run.id })
  if ((await settled(backend)).run?.kept !== 0) throw new Error('Something was kept')
  const undone = performance.now() - undoing
  await backend.ask('moving.leave', {})
  const conditions = `${formatNumber(people)} rows of a workbook, ${formatNumber(Math.floor(people * twins))} twins, ${ledgerWords}`
  return [
    row({ name: 'moving in, dry run', conditions, value: dry / 1_000, unit: 's' }),
    row({ name: 'moving in, whole', conditions, value: whole / 1_000, unit: 's', budget: { most: 20 } }),
    row({ name: 'moving in, undone', conditions, value: undone / 1_000, unit: 's' }),
    row({
      name: 'lookup while moving in, p99',
      conditions: `${formatNumber(waits.length)} lookups`,
      value: percentile(waits, 0.99),
      unit: 'ms',
      budget: { most: 20 },
    }),
    row({
      name: 'lookup while moving in, longest',
      conditions: `${formatNumber(waits.length)} lookups`,
      value: Math.max(...waits),
      unit: 'ms',
    }),
  ]
}

const listOf = async (people: number): Promise<Buffer> => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('고객')
  sheet.addRow(['고객명', '휴대폰', '생년월일', '잔여포인트', '메모', '수신동의'])
  for (let index = 0; index < people; index += 1) {
    const person = index < people * (1 - twins) ? index : index - Math.floor(people * twins)
    const phone = 1_700_000_000 + person * 7
    sheet.addRow([
      `손님${person % 900}`,
      phone,
      `${1_950 + (person % 50)}.${1 + (person % 12)}.${1 + (person % 28)}`,
      person % 5_000,
      person % 3 === 0 ? '창가 자리' : null,
      person % 2 === 0 ? 'Y' : 'N',
    ])
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

const upToDryRun = async (backend: OpenBackend, bytes: Buffer): Promise<CallOutput<'moving.state'>> => {
  await backend.ask('moving.begin', { name: 'bench.xlsx', size: bytes.length })
  for (let at = 0; at < bytes.length; at += movePart) {
    await backend.ask('moving.part', { base64: bytes.subarray(at, at + movePart).toString('base64') })
  }
  const { look } = await settled(backend)
  await backend.ask('moving.check', { columns: look?.columns ?? [], existing: 'complete' })
  return settled(backend)
}

const settled = async (backend: OpenBackend): Promise<CallOutput<'moving.state'>> => {
  for (;;) {
    const state = await backend.ask('moving.state', {})
    if (state.trouble !== null) throw new Error(state.trouble.code)
    if (!['reading', 'checking', 'writing', 'undoing'].includes(state.step)) return state
    await pause(20)
  }
}

/** Looks somebody up again and again, as a busy counter would. */
const watchCounter = (backend: OpenBackend): { stop(): Promise<number[]> } => {
  const waits: number[] = []
  const ending = new AbortController()
  const look = async (): Promise<void> => {
    for (let time = 0; !ending.signal.aborted; time += 1) {
      // The wait begins when the key is struck, whether the backend is free or not.
      const due = performance.now() + 10
      await pause(10)
      await backend.ask('customers.search', { query: String(1_000 + (time % 9_000)) })
      waits.push(performance.now() - due)
    }
  }
  const looking = look()
  return {
    async stop() {
      ending.abort()
      await looking
      return waits
    },
  }
}
