import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { layoutA } from '#backend/devices/simulated/layout-a.ts'
import {
  type BackendLab,
  dialPos,
  listeningSource,
  passphrase,
  startLab,
  startOpenLab,
} from '../../helpers/backend-lab.ts'
import { filesSearched, searchFor } from '../../helpers/canary-search.ts'
import { until } from '../../helpers/devices/until.ts'
import { temporaryFolder } from '../../helpers/ledger-lab.ts'

// A customer, what is known of her, one who was brought along from elsewhere, and what she ate. Nobody is called so.
const canaries = [
  '카나리아새',
  '01000009753',
  '010-0000-9753',
  '노란깃털메모',
  '울새골목십이번',
  '종달새가져온',
  '01000008642',
  '010-0000-8642',
  '까치밥타르트',
  '두루미사유',
]
const consent = { required: true, marketing: true } as const

const sale = (number: number): Uint8Array =>
  layoutA(
    {
      number,
      at: Date.now() - 1_000,
      lines: [
        { item: { code: '000101', name: '까치밥타르트', price: 6_000, weight: 1 }, quantity: 1, extras: [] },
      ],
      discount: 0,
      total: 6_000,
      pay: 'card',
      approval: '30000001',
    },
    'sale',
  )

/** Whatever the program asks the system for as a place to put things down for a moment. */
const ownTemporaryFolder = (): string => {
  const folder = temporaryFolder()
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) {
    const before = process.env[name]
    process.env[name] = folder
    onTestFinished(() => {
      if (before === undefined) delete process.env[name]
      else process.env[name] = before
    })
  }
  return folder
}

/** A list from another program, brought along; its second line is refused and kept for the workbook of what was. */
const moveIn = async (lab: BackendLab): Promise<void> => {
  const list =
    '이름,휴대폰,메모\r\n종달새가져온,010-0000-8642,노란깃털메모\r\n카나리아새,010-0000,종달새가져온\r\n'
  const file = iconv.encode(list, 'cp949')
  const comes = async (step: string): Promise<void> => {
    for (;;) {
      const told = lab.told('moving.changed').length
      if ((await lab.call('moving.state', {})).step === step) return
      await lab.toldTimes('moving.changed', told + 1)
    }
  }
  await lab.call('moving.begin', { name: 'list.csv', size: file.length })
  await lab.call('moving.part', { base64: file.toString('base64') })
  await comes('mapping')
  const { look } = await lab.call('moving.state', {})
  await lab.call('moving.check', { columns: [...(look?.columns ?? [])], existing: 'complete' })
  await comes('checked')
  await lab.call('moving.run', { agreed: true })
  await comes('done')
  await lab.call('moving.refused', { language: 'ko' })
}

describe('the search itself', () => {
  it('finds a word in a name and in a file, however it is written there', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'a/b'), { recursive: true })
    const spelled = {
      utf8: Buffer.from('x카나리아새x'),
      utf16le: Buffer.from('x카나리아새x', 'utf16le'),
      cp949: iconv.encode('x카나리아새x', 'cp949'),
      escaped: Buffer.from('{"name":"\\uce74\\ub098\\ub9ac\\uc544\\uc0c8"}'),
    }
    for (const [as, bytes] of Object.entries(spelled)) {
      const path = join(folder, 'a/b', as)
      writeFileSync(path, Buffer.concat([Buffer.alloc(70_000, 7), bytes, Buffer.alloc(70_000, 9)]))
      expect(searchFor(canaries, [folder])).toEqual([{ path, word: '카나리아새', as }])
      writeFileSync(path, '')
    }
    writeFileSync(join(folder, 'a/01000009753.log'), '')
    expect(searchFor(canaries, [folder])).toMatchObject([{ word: '01000009753', as: 'name' }])
  })
})

describe('no plain text anywhere', () => {
  it('of customers, receipts, lists, copies and what waited while the ledger was locked; an open export is the one that was asked for', async () => {
    const asked = temporaryFolder()
    const stick = temporaryFolder()
    const temporary = ownTemporaryFolder()
    const lab = await startOpenLab()
    const nowhere = [lab.folder, temporary, stick]
    const { customerId } = await lab.call('customers.join', {
      name: '카나리아새',
      phone: '010-0000-9753',
      memo: '노란깃털메모',
      consent,
    })
    await lab.call('customers.change', { customerId, change: { address: '울새골목십이번' } })
    await lab.call('points.correct', { customerId, points: 500, reason: '두루미사유' })
    await lab.call('customers.search', { query: '카나리아새' })
    const pos = await dialPos(await listeningSource(lab))
    await pos.send(sale(1))
    const [arrived] = await lab.toldTimes('receipt.arrived', 1)
    const [receipt] = await lab.call('receipts.recent', { limit: 1 })
    expect(arrived).toBeDefined()
    await lab.call('counter.attach', { receiptId: receipt?.id ?? 0, customerId, print: true })
    // What fails is what logs speak of.
    await lab.refused('customers.join', { name: '카나리아새', phone: '010-0000-9753', consent })
    await lab.refused('customers.change', { customerId: '카나리아새', change: { memo: 9 } })
    await moveIn(lab)
    await lab.call('backup.run', { target: stick })
    await lab.call('openExport.run', { target: stick, zip: true, password: '비 오는 날엔 라떼' })

    await lab.call('ledger.lock', {})
    await pos.send(sale(2))
    await until('both sales have come', () =>
      lab.told('source.status').some(({ bytes }) => bytes === sale(1).length + sale(2).length),
    )
    expect(searchFor(canaries, nowhere)).toEqual([])
    await pos.hangUp()
    await lab.close()
    expect(searchFor(canaries, nowhere)).toEqual([])
    expect(filesSearched(nowhere)).toBeGreaterThan(10)

    // It was all there: whoever has the passphrase reads it, and takes it out where they say, nowhere else.
    const again = await startLab({ folder: lab.folder })
    await again.call('ledger.unlock', { passphrase })
    await until('the second sale is in the ledger', () => again.told('receipt.arrived').length > 0)
    const { path } = await again.call('openExport.run', { target: asked, zip: false, password: '' })
    const words = new Set(searchFor(canaries, [asked]).map(({ word }) => word))
    for (const word of [
      '카나리아새',
      '01000009753',
      '노란깃털메모',
      '울새골목십이번',
      '종달새가져온',
      '01000008642',
      '까치밥타르트',
    ])
      expect(words).toContain(word)
    await again.close()
    expect(searchFor(canaries, nowhere)).toEqual([])
    expect(readFileSync(join(path, 'tables/customer.csv'), 'utf8')).toContain('카나리아새')
  })
})
