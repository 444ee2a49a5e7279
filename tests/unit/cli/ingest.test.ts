import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { main } from '#backend/cli/main.ts'
import { createTill } from '#backend/devices/simulated/receipt-bytes.ts'
import { temporaryFolder } from '../../helpers/ledger-lab.ts'
import { captures, hasCorpus } from '../../helpers/shared-corpus.ts'

const run = async (args: readonly string[], stdin = '') => {
  const out: string[] = []
  const said: string[] = []
  const code = await main(args, {
    stdin: Readable.from([stdin]),
    out: (text) => {
      out.push(text)
      return Promise.resolve()
    },
    say: (message) => said.push(message),
  })
  const text = out.join('')
  return {
    code,
    said: said.join('\n'),
    json: text === '' ? null : (JSON.parse(text) as Record<string, number>),
  }
}

const passphrase = '단골손님 어서오세요 77'

const scene = () => {
  const folder = temporaryFolder()
  const till = createTill({ seed: 21, returns: 0.15 })
  const prints = Array.from({ length: 30 }, (_, index) =>
    till.next(Date.UTC(2026, 9, 1, 3) + index * 120_000),
  )
  const file = join(folder, 'day.bin')
  writeFileSync(file, Buffer.concat(prints.map((print) => print.bytes)))
  const key = join(folder, 'key.txt')
  writeFileSync(key, `${passphrase}\n`)
  return { folder, prints, file, key, ledger: join(folder, 'shop.dangol') }
}

describe('cli ingest and stats', () => {
  it('make a ledger, read the files into it, and change nothing when they come again', async () => {
    const { prints, file, key, ledger } = scene()
    const sales = prints.filter((print) => print.as === 'sale')
    const refunds = prints.filter((print) => print.as === 'refund')
    const first = await run(['ingest', file, '--ledger', ledger, '--key-file', key])
    expect(first).toMatchObject({
      code: 0,
      json: { files: 1, papers: 30, receipts: sales.length + refunds.length, review: 0 },
    })
    expect(first.said).toMatch(/[0-9A-Z]{4}(-[0-9A-Z]{4}){7}/)
    const stats = await run(['stats', '--ledger', ledger], passphrase)
    const sum = (all: typeof prints): number => all.reduce((total, print) => total + print.sale.total, 0)
    expect(stats.json).toMatchObject({
      customers: 0,
      receipts: sales.length + refunds.length,
      sales: sales.length,
      salesSum: sum(sales),
      refunds: refunds.length,
      refundsSum: -sum(refunds),
      net: sum(sales) - sum(refunds),
      points: 0,
      papers: 30,
    })
    const again = await run(['ingest', file, '--ledger', ledger], passphrase)
    expect(again).toMatchObject({ code: 0, said: '', json: { papers: 0, receipts: 0, review: 0 } })
    expect((await run(['stats', '--ledger', ledger], passphrase)).json).toEqual(stats.json)
  })

  it('say in one line what is wrong, and make nothing', async () => {
    const { folder, file, key, ledger } = scene()
    const missing = await run(['ingest', join(folder, 'none.bin'), '--ledger', ledger, '--key-file', key])
    expect(missing.code).not.toBe(0)
    expect(existsSync(ledger)).toBe(false)
    expect((await run(['ingest', file])).code).toBe(2)
    expect((await run(['stats', '--ledger', ledger], passphrase)).said).toContain('ledger.')
    expect((await run(['ingest', file, '--ledger', ledger], '')).code).not.toBe(0)
    expect((await run(['ingest', file, '--ledger', ledger, '--encoding', 'ebcdic'], passphrase)).code).toBe(2)
    await run(['create', '--ledger', ledger, '--shop', '가게'], passphrase)
    expect(await run(['stats', '--ledger', ledger], 'wrong passphrase')).toMatchObject({
      json: null,
      said: expect.stringContaining('ledger.wrong-passphrase'),
    })
    expect((await run(['create', '--ledger', ledger], passphrase)).said).toContain('ledger.exists')
  })

  it.skipIf(!hasCorpus)('read recorded captures of others (skipped: no corpus)', async () => {
    const { folder, key, ledger } = scene()
    const files = captures('korean').map(({ name, bytes }) => {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      return path
    })
    const done = await run(['ingest', ...files, '--ledger', ledger, '--key-file', key])
    expect(done.json).toMatchObject({ files: 4, papers: 6, receipts: 3 })
    const stats = await run(['stats', '--ledger', ledger], passphrase)
    expect(stats.json).toMatchObject({ receipts: 3, orders: 2, salesSum: 121_500 + 17_000 + 26_000 })
  })
})
