import { statSync } from 'node:fs'
import { expect, it } from 'vitest'
import { query } from '#backend/platform/db/query.ts'
import { ledgerFiles } from '#backend/platform/ledger-files.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'

forgetTemplate()

const megabyte = 1024 * 1024

it('what long work commits is brought back in small steps, so that nothing waits for much at once', async () => {
  const { ledger } = await freshLedger()
  const { wal } = ledgerFiles(ledger.path)
  const size = (): number => statSync(wal, { throwIfNoEntry: false })?.size ?? 0
  const commit = (turn: number): void =>
    ledger.unit.write((tx) => {
      for (let row = 0; row < 4; row += 1)
        tx.run(
          query.insertInto('sheet_view').values({
            id: turn * 10 + row + 1,
            sheet: 'customers',
            name: `${turn} ${row}`,
            layout: 'x'.repeat(60_000),
            updated_at: 0,
          }),
        )
    })
  ledger.inSmallSteps(true)
  const sizes = Array.from({ length: 14 }, (_, turn) => {
    commit(turn)
    return size()
  })
  // Never more than a step and the commit that was over it.
  expect(Math.max(...sizes)).toBeLessThan(1.4 * megabyte)
  expect(sizes.filter((bytes) => bytes === 0).length).toBeGreaterThan(1)
  ledger.inSmallSteps(false)
  for (let turn = 14; turn < 24; turn += 1) commit(turn)
  expect(size()).toBeGreaterThan(2 * megabyte)
})
