import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openLedger } from '#backend/platform/ledger.ts'
import { runBench } from '../../bench/run.ts'
import { madeShop, passphrase } from '../../bench/shop/cache.ts'
import { generateReceipts } from '../../bench/shop/generate.ts'
import { shopPlan } from '../../bench/shop/plan.ts'

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'dangol-bench-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

test('a generated shop is a real ledger with exactly what was planned in it, and is found again', async () => {
  const cache = folder()
  const plan = shopPlan(330)
  const shop = await madeShop(cache, plan)
  expect((await madeShop(cache, plan)).builtInMs).toBeNull()
  const ledger = await openLedger({ path: join(shop.folder, 'ledger.dangol'), key: { passphrase } })
  onTestFinished(() => ledger.close())
  const count = (sql: string): number => Number(ledger.db.prepare(sql).pluck().get())
  expect(count('SELECT count(*) FROM receipt')).toBe(plan.receipts)
  expect(count('SELECT count(*) FROM receipt_line')).toBe(plan.lines)
  expect(count('SELECT count(*) FROM customer')).toBe(plan.customers)
  const net = [...generateReceipts(plan)].reduce((sum, { total }) => sum + total, 0)
  expect(count('SELECT sum(total) FROM receipt')).toBe(net)
  expect(count('SELECT sum(net) FROM daily_total')).toBe(net)
  expect(count('SELECT sum(amount) FROM payment')).toBe(net)
  expect(count('SELECT sum(points) FROM customer_figures')).toBe(
    count('SELECT sum(points) FROM points_entry'),
  )
  expect(count('SELECT sum(visits) FROM customer_figures')).toBe(
    count(
      'SELECT count(*) FROM (SELECT DISTINCT customer_id, business_date FROM receipt WHERE customer_id > 0)',
    ),
  )
  expect(ledger.db.pragma('foreign_key_check')).toEqual([])
  expect(ledger.db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(count("SELECT count(*) FROM sqlite_schema WHERE type = 'index'")).toBeGreaterThan(15)
  expect(ledger.ids.latest()).toBeGreaterThanOrEqual(count('SELECT max(id) FROM points_entry'))
})

test('a small run measures every group, beside its peers, and leaves the shop as it was', async () => {
  const cache = folder()
  const said: string[] = []
  const rows = await runBench({
    cache,
    plan: shopPlan(330),
    backendEntry: join(import.meta.dirname, '../../../electron/backend/index.ts'),
    counts: false,
    effort: 0.01,
    say: (line) => said.push(line),
  })
  expect(said[0]).toBe('shop: 330 receipts, 780 lines, 20 customers')
  const groups = [
    'decode',
    'tokenise',
    'parse',
    'start',
    'memory',
    'unlock',
    'lookup',
    'last byte',
    'pass-through',
    'replay',
  ]
  expect(groups.filter((words) => !rows.some(({ name }) => name.startsWith(words)))).toEqual([])
  // Where there is a peer, it was measured as well.
  const figures = rows.map(({ value, peerValue, ratio }) =>
    peerValue === null ? [value] : [value, peerValue, ratio ?? 0],
  )
  expect(figures.filter((all) => all.some((one) => !(one > 0)))).toEqual([])
  expect(rows.filter(({ budget, ok }) => budget !== null || !ok)).toEqual([])
  expect(readdirSync(cache)).toHaveLength(1)
}, 300_000)
