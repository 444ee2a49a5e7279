import { describe, expect, it } from 'vitest'
import { query } from '#backend/platform/db/query.ts'
import { until } from '../../helpers/devices/until.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { shopLab } from '../../helpers/shop-lab.ts'

forgetTemplate()

const open = async () => {
  const lab = await freshLedger()
  const shop = await shopLab(lab.ledger, { folder: lab.folder })
  const join = (name: string, phone: string, marketing = false) =>
    shop.customers.join({ name, phone, memo: '', consent: { required: true, marketing } })
  return { ...shop, join, lab }
}

const codeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
  return 'went through'
}

describe('customers', () => {
  it('are found by last digits, any part of the phone, initials and name, however it is typed', async () => {
    const { customers, join } = await open()
    const kim = join('김영희', '010-1234-5678')
    const park = join('박 민서', '010-9999-0000')
    const lee = join('이철'.normalize('NFD'), '02-123-4567')
    const smith = join('Anna Smith', '010-0000-4321')
    const ids = (typed: string): number[] => customers.search(typed).map((match) => match.id)
    for (const typed of [
      '5678',
      '56',
      '1234-5678',
      '010-1234',
      '2345',
      'ㄱㅇㅎ',
      'ㄱ',
      '김',
      '기',
      '영희',
      '김ㅇ',
      'ㅇㅎ',
    ]) {
      expect({ typed, first: ids(typed)[0] }).toEqual({ typed, first: kim })
    }
    for (const typed of ['박민서', '박 민', 'ㅂㅁㅅ', '민서'])
      expect({ typed, ids: ids(typed) }).toEqual({ typed, ids: [park] })
    expect(ids('이철')).toEqual([lee])
    expect(ids('Smi')).toEqual([smith])
    for (const typed of ['', '  ', '없는사람', '999988887777', '%', '_', "'", 'ㅋㅋㅋ'])
      expect(ids(typed)).toEqual([])
  })

  it('shows at most twenty, the latest visitors first', async () => {
    const { customers, join, lab } = await open()
    const all = Array.from({ length: 30 }, (_, index) => join('김단골', `0100000${String(1000 + index)}`))
    const latest = all[17] ?? 0
    lab.ledger.unit.write((tx) =>
      tx.run(
        query
          .updateTable('customer_figures')
          .set({ last_visit: '2026-11-20', visits: 3 })
          .where('customer_id', '=', latest),
      ),
    )
    for (const typed of ['ㄱㄷㄱ', '김', '1']) {
      const found = customers.search(typed)
      expect(found).toHaveLength(20)
      expect(found[0]).toMatchObject({ id: latest, lastVisit: '2026-11-20', visits: 3 })
    }
  })

  it('are few or many, the same are found', async () => {
    const { customers, join, lab } = await open()
    lab.ledger.unit.write((tx) => {
      // Enough for the walk from the latest visitor backwards.
      for (let index = 0; index < 900; index += 1) {
        const id = index + 1
        tx.run(
          query.insertInto('customer').values({
            id,
            name: '김많음',
            initials: 'ㄱㅁㅇ',
            phone: `0109${String(index).padStart(7, '0')}`,
            last_four: String(index).padStart(4, '0'),
            memo: '',
            joined_on: '2026-01-01',
            created_at: 1,
            updated_at: 1,
          }),
        )
        const last_visit = index === 450 ? '2026-11-21' : null
        tx.run(
          query
            .insertInto('customer_figures')
            .values({ customer_id: id, visits: 0, spend: 0, points: 0, first_visit: null, last_visit }),
        )
      }
    })
    const kim = join('나혼자', '010-1234-5678')
    expect(customers.search('ㄱㅁ')[0]?.id).toBe(451)
    expect(customers.search('ㄱㅁ')).toHaveLength(20)
    expect(customers.search('ㄴ').map((match) => match.id)).toEqual([kim])
  })

  it('join with one phone once, and with a consent that keeps its wording', async () => {
    const { join, lab, customers } = await open()
    const id = join('김영희', '+82 10 1234 5678', true)
    expect(codeOf(() => join('다른이', '01012345678'))).toBe('customer.phone-taken')
    expect(codeOf(() => join('다른이', '1234'))).toBe('customer.phone-invalid')
    expect(codeOf(() => join(' ', '010-1111-2222'))).toBe('customer.name-missing')
    const consents = lab.ledger.reader.all(
      query
        .selectFrom('consent as c')
        .innerJoin('consent_wording as w', 'w.id', 'c.wording_id')
        .select(['w.kind', 'w.version', 'c.given', 'c.how', 'c.customer_id'])
        .orderBy('w.kind'),
    )
    const row = { version: 1, given: 1, how: 'counter', customer_id: id }
    expect(consents).toEqual([
      { kind: 'marketing', ...row },
      { kind: 'required', ...row },
    ])
    expect(customers.card(id)).toMatchObject({ marketingConsent: true, rhythmDays: null, usual: [] })
    expect(customers.card(join('조용', '010-1111-2222')).marketingConsent).toBe(false)
  })

  it('can be edited, the phone too, but not onto somebody else’s', async () => {
    const { join, customers } = await open()
    const one = join('김영희', '010-0000-0001')
    join('박민서', '010-0000-0002')
    const edit = (phone: string) => customers.edit({ customerId: one, name: '김영화', phone, memo: 'm' })
    expect(codeOf(() => edit('010-0000-0002'))).toBe('customer.phone-taken')
    edit('010-0000-0009')
    expect(customers.search('0009')).toMatchObject([{ id: one, name: '김영화' }])
    expect(customers.search('ㄱㅇㅎ')).toHaveLength(1)
    edit('')
    expect(customers.card(one).maskedPhone).toBe('****-0009')
  })

  it('counts habits that were never counted, in a ledger from before they were kept', async () => {
    const { customers, join, lab } = await open()
    const ids = Array.from({ length: 40 }, (_, index) => join('김단골', `0100000${String(2000 + index)}`))
    lab.ledger.db.exec('DELETE FROM customer_habit')
    customers.start()
    const counted = (): unknown => lab.ledger.db.prepare('SELECT count(*) FROM customer_habit').pluck().get()
    await until('all of them to be counted', () => counted() === ids.length)
    await customers.stop()
    expect(counted()).toBe(ids.length)
  })

  it('are found by card, by a tag, by what is written of them, and by a further number', async () => {
    const { customers, join } = await open()
    const kim = join('김영희', '010-1234-5678')
    const lee = join('이철', '010-0000-9999')
    customers.change({ customerId: kim, change: { memo: '창가 자리, 우유 빼고', tags: ['단체 예약'] } })
    customers.change({ customerId: lee, change: { allergies: '복숭아', cautions: '큰 소리' } })
    customers.phones({ customerId: lee, what: 'add', phone: '02-777-4321', label: '회사' })
    const code = customers.cards({ customerId: lee, what: 'issue', code: '' })
    const ids = (typed: string): number[] => customers.search(typed).map((match) => match.id)
    for (const typed of ['창가자리', '창가 자리', '우유', '단체', '#단체 예약'])
      expect({ typed, ids: ids(typed) }).toEqual({ typed, ids: [kim] })
    for (const typed of ['복숭아', '숭아', '큰소리', code, '4321', '027774321'])
      expect({ typed, ids: ids(typed) }).toEqual({ typed, ids: [lee] })
    for (const typed of ['창자', '소리큰', '999999999999']) expect(ids(typed)).toEqual([])
    customers.withdraw(kim)
    for (const typed of ['김영희', 'ㄱㅇㅎ', '5678', '창가', '단체']) expect(ids(typed)).toEqual([])
  })
})
