import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { consentHistory } from '#backend/customers/consents/consents.service.ts'
import { personTables } from '#backend/customers/leaving/leaving.repo.ts'
import { addProof } from '#backend/guest/proof.repo.ts'
import { query } from '#backend/platform/db/query.ts'
import { newestBase } from '#backend/platform/ledger/base.ts'
import { copyLedger } from '#backend/platform/ledger/copy.ts'
import { destroyedBeside } from '#backend/platform/ledger/destroyed-list.ts'
import { recoverLedger } from '#backend/platform/ledger/recover.ts'
import { restoreLedger } from '#backend/platform/ledger/restore.ts'
import { type Ledger, openLedger } from '#backend/platform/ledger.ts'
import { ledgerFiles } from '#backend/platform/ledger-files.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { dump, temporaryFolder } from '../../helpers/ledger-lab.ts'
import { arrivalOf, saleReading } from '../../helpers/readings.ts'
import { type ShopLab, shopLab } from '../../helpers/shop-lab.ts'
import { shut, tracesOf } from './traces.ts'

forgetTemplate()

/** What is known of her and of nobody else. */
const words = [
  '카나리아',
  '옛이름카나',
  '01000007777',
  '0212347777',
  '노란새메모',
  '새장길칠번',
  '해바라기씨앗알레르기',
  '날개조심',
  '모이적게',
  '첫비행기념',
  '29CANARY7',
  '울음쪽지',
  '카나리아네',
  // Her signature under a consent.
  'M777 111L29 333',
]

const open = async () => {
  const { ledger, folder } = await freshLedger()
  const dataKey = Buffer.from(ledger.dataKey)
  return { ledger, folder, dataKey, path: ledger.path, shop: await shopLab(ledger, { folder }) }
}

const join1 = (shop: ShopLab, name: string, phone: string): number =>
  shop.customers.join({ name, phone, memo: '', consent: { required: true, marketing: true } })

/** A full life in the ledger; some of it was changed since, and part of it lived in a second entry. */
const canary = (ledger: Ledger, shop: ShopLab): number => {
  const { customers } = shop
  const id = join1(shop, '옛이름카나', '010-0000-7777')
  const twin = join1(shop, '카나리아', '02-1234-7777')
  ledger.unit.write((tx) => {
    for (const consent of consentHistory(tx, twin))
      addProof(tx, { consent_id: consent.id, kind: 'signature', drawing: 'M777 111L29 333' })
  })
  const friend = join1(shop, '박친구', '010-0000-1111')
  const fieldId = customers.saveField({
    id: null,
    name: '모이',
    kind: 'text',
    choices: [],
    atCounter: true,
    putAway: false,
    position: 0,
  })
  customers.change({
    customerId: id,
    change: {
      name: '카나리아',
      memo: '노란새메모 창가',
      address: '새장길칠번',
      allergies: '해바라기씨앗알레르기',
      cautions: '날개조심',
      tags: ['새'],
      fields: [{ fieldId, value: '모이적게' }],
    },
  })
  const when = { calendar: 'lunar' as const, year: 1990, month: 4, day: 8, leap: false }
  customers.days({ customerId: id, add: { name: '첫비행기념', when }, remove: null })
  customers.cards({ customerId: id, what: 'issue', code: '29CANARY7' })
  customers.notes({ customerId: twin, add: '울음쪽지', remove: null })
  customers.household({ customerId: id, what: { is: 'join', withCustomerId: friend, kind: 'family' } })
  customers.household({ customerId: id, what: { is: 'name', name: '카나리아네' } })
  const entered = ledger.unit.write((tx) => shop.entering.enter(tx, arrivalOf(saleReading())))
  shop.counter.attach(entered?.receiptId ?? 0, twin, true)
  customers.merge({ customerId: id, goneId: twin })
  const layout = {
    columns: [],
    sort: [],
    filter: {
      text: '카나리아',
      conditions: [
        { column: 'phone', is: 'contains', text: '010-0000-7777' },
        { column: 'tags', is: 'oneOf', values: ['새'], not: false },
      ],
    },
  }
  ledger.unit.write((tx) =>
    tx.run(
      query.insertInto('sheet_view').values({
        id: 9,
        sheet: 'customers',
        name: '카나리아네',
        layout: JSON.stringify(layout),
        updated_at: 1,
      }),
    ),
  )
  const slip = { number: '1', receipt_id: null, printer_id: 'p', printer_name: '화면', columns: 42, copy: 0 }
  const bytes = iconv.encode('카나리아 님', 'cp949')
  ledger.unit.write((tx) =>
    tx.run(
      query
        .insertInto('slip')
        .values({ ...slip, id: 5, customer_id: id, state: 'sent', bytes, at: 1, settled_at: 1 }),
    ),
  )
  return id
}

const names = (ledger: Ledger): string[] =>
  ledger.reader.all(query.selectFrom('customer').select('name').orderBy('name')).map(({ name }) => name)

describe('destruction', () => {
  it('leaves nothing of the person in the ledger’s pages, its WAL or its journal, and all sales', async () => {
    const { ledger, shop, path, dataKey } = await open()
    const id = canary(ledger, shop)
    await shop.stop()
    shut(ledger)
    const before = await tracesOf(path, dataKey, words)
    // The search itself finds what is there, or finding nothing would mean nothing.
    expect(before.ledger).toEqual(expect.arrayContaining(words.filter((word) => word !== '옛이름카나')))
    expect(before.journal?.sort()).toEqual([...words].sort())
    const again = await openLedger({ path, key: { dataKey } })
    const after = await shopLab(again, { folder: dirname(path) })
    const receipts = again.reader.all(query.selectFrom('receipt').select(['id', 'total']))
    after.customers.destroy(id)
    expect(await after.customers.wipe()).toEqual({ waiting: 0 })
    expect(names(again)).toEqual(['박친구'])
    expect(again.reader.all(query.selectFrom('receipt').select(['id', 'total']))).toEqual(receipts)
    expect(again.reader.all(query.selectFrom('household').selectAll())).toEqual([])
    // A view that looked for her looks for the rest alone.
    const [view] = again.reader.all(query.selectFrom('sheet_view').select(['name', 'layout']))
    expect(view?.name).toBe('9')
    expect(JSON.parse(view?.layout ?? '')).toMatchObject({ filter: { conditions: [{ column: 'tags' }] } })
    await after.stop()
    shut(again)
    expect(await tracesOf(path, dataKey, words)).toEqual({})
  })

  it('holds when the ledger is lost and made again from the journal, or from a copy from before', async () => {
    const { ledger, shop, path, dataKey } = await open()
    const id = canary(ledger, shop)
    const copy = join(temporaryFolder(), 'before.dangol')
    copyLedger(ledger, copy, 1)
    shop.customers.destroy(id)
    await shop.customers.wipe()
    const since = join1(shop, '이나중', '010-0000-2222')
    await shop.stop()
    const whole = dump(ledger.db)
    shut(ledger)
    for (const from of [null, copy]) {
      for (const file of [path, ledgerFiles(path).wal]) rmSync(file, { force: true })
      const recovered = await recoverLedger({ path, from, key: { dataKey } })
      expect(recovered.stoppedAt).toBeNull()
      const again = await openLedger({ path, key: { dataKey } })
      expect(names(again)).toEqual(['박친구', '이나중'])
      expect(dump(again.db)).toEqual(whole)
      shut(again)
    }
    expect(since).toBeGreaterThan(0)
  })

  it('is done again to a copy from before on a PC that knows nothing but the list of ids', async () => {
    const { ledger, shop, path, dataKey } = await open()
    const id = canary(ledger, shop)
    const elsewhere = temporaryFolder()
    const there = join(elsewhere, 'shop.dangol')
    copyLedger(ledger, there, 1)
    shop.customers.destroy(id)
    await shop.stop()
    shut(ledger)
    copyFileSync(ledgerFiles(path).destroyed, ledgerFiles(there).destroyed)
    await recoverLedger({ path: there, from: there, key: { dataKey } })
    const again = await openLedger({ path: there, key: { dataKey } })
    const restored = await shopLab(again, { folder: elsewhere })
    expect(names(again)).toContain('카나리아')
    restored.customers.wiping.start()
    await restored.customers.wipe()
    expect(names(again)).toEqual(['박친구'])
    await restored.stop()
    shut(again)
  })

  it('is done again when an older copy is put in place on a new PC, by the list that lies with the copies', async () => {
    const { ledger, shop, path, dataKey } = await open()
    const id = canary(ledger, shop)
    const older = join(temporaryFolder(), 'older.dangol')
    copyLedger(ledger, older, 1)
    shop.customers.destroy(id)
    copyFileSync(ledgerFiles(path).destroyed, destroyedBeside(older))
    await shop.stop()
    shut(ledger)
    const there = join(temporaryFolder(), 'shop.dangol')
    await restoreLedger({ path: there, from: older, key: { dataKey } })
    const again = await openLedger({ path: there, key: { dataKey } })
    const restored = await shopLab(again, { folder: dirname(there) })
    restored.customers.start()
    expect(names(again)).toEqual(['박친구'])
    await restored.stop()
    shut(again)
  })

  it.each(['the copy', 'putting the copy in place', 'giving up segments'])(
    'is finished at the next start when the PC goes off before %s',
    async (moment) => {
      const { ledger, shop, path, dataKey, folder } = await open()
      const id = canary(ledger, shop)
      shop.customers.destroy(id)
      await shop.stop()
      const files = ledgerFiles(path)
      // As far as it got.
      ledger.db.exec('VACUUM')
      ledger.beginAnew(1)
      if (moment !== 'the copy') {
        const half = join(files.journal, 'base-9.dangol')
        copyLedger(ledger, half, 1)
        if (moment === 'putting the copy in place') rmSync(`${half}.manifest.json`)
      }
      const whole = dump(ledger.db)
      shut(ledger)
      const rebuilt = await openLedger({ path, key: { dataKey } })
      expect(dump(rebuilt.db)).toEqual(whole)
      const after = await shopLab(rebuilt, { folder })
      after.customers.wiping.start()
      expect(await after.customers.wipe()).toEqual({ waiting: 0 })
      await after.stop()
      shut(rebuilt)
      expect(await tracesOf(path, dataKey, words)).toEqual({})
      expect(newestBase(files.journal, dataKey, rebuilt.id)).not.toBeNull()
      expect(existsSync(join(files.journal, 'base-9.dangol'))).toBe(false)
    },
  )

  it('knows every table that speaks of a customer', async () => {
    const { ledger } = await open()
    const tables = ledger.db
      .prepare(
        `SELECT m.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c ON c.name = 'customer_id'
         WHERE m.type = 'table' AND NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name) AS f
           WHERE f."table" = 'customer' AND f."from" = 'customer_id' AND f.on_delete = 'CASCADE') ORDER BY 1`,
      )
      .pluck()
      .all()
    expect(tables).toEqual(Object.keys(personTables).sort())
  })
})
