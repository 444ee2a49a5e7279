import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate } from '#backend/platform/db/migrate.ts'
import { type Connection, openDatabase } from '#backend/platform/db/open.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

/** A ledger of the first version with a person and what they agreed to. */
const before = (): Connection => {
  const db = openDatabase(join(temporaryFolder(), 'x.dangol'), { key: randomBytes(32), mode: 'create' })
  onTestFinished(() => {
    db.close()
  })
  migrate(db, 10)
  db.exec(`INSERT INTO customer (id, name, initials, phone, last_four, joined_on, created_at, updated_at)
    VALUES (7, '김하나', 'ㄱㅎㄴ', '01000001234', '1234', '2026-01-02', 1, 1)`)
  db.exec("INSERT INTO consent_wording VALUES (1, 'required', 1, '필수', 1), (2, 'marketing', 1, '선택', 1)")
  db.exec("INSERT INTO consent VALUES (3, 7, 1, 1, 'counter', 5), (4, 7, 2, 0, 'paper', 6)")
  return db
}

describe('migrations 30 and 31', () => {
  it('keep people and every word of their consents', () => {
    const db = before()
    migrate(db, 31)
    expect(db.prepare('SELECT id, phone, left_at FROM customer').all()).toEqual([
      { id: 7, phone: '01000001234', left_at: null },
    ])
    expect(db.prepare('SELECT id, customer_id, wording_id, given, how, at FROM consent').raw().all()).toEqual(
      [
        [3, 7, 1, 1, 'counter', 5],
        [4, 7, 2, 0, 'paper', 6],
      ],
    )
    expect(() => db.exec('DELETE FROM consent_wording')).toThrow('FOREIGN KEY')
  })

  it('let no consent be said otherwise later, only whose it is', () => {
    const db = before()
    migrate(db, 31)
    expect(() => db.exec('UPDATE consent SET given = 1')).toThrow('never updated')
    expect(() => db.exec("UPDATE consent_wording SET text = ''")).toThrow('never updated')
    db.exec('UPDATE consent SET customer_id = 8')
  })

  it('keep the letter pairs of what is written about people, whoever writes it', () => {
    const db = before()
    db.exec("UPDATE customer SET memo = '창가' WHERE id = 7")
    migrate(db, 31)
    const grams = () =>
      db.prepare('SELECT gram FROM customer_gram WHERE customer_id = 7 ORDER BY gram').pluck().all()
    expect(grams()).toEqual(['창가'])
    db.exec("UPDATE customer SET memo = '창가 A석' WHERE id = 7")
    expect(grams()).toEqual(['a석', '가a', '창가'])
    db.exec("INSERT INTO customer_detail (customer_id, allergies, cautions) VALUES (7, '땅콩', '큰 소리')")
    expect(grams()).toEqual(['a석', '가a', '땅콩', '소리', '창가', '큰소'])
    db.exec("UPDATE customer_detail SET allergies = '우유'")
    expect(grams()).toEqual(['a석', '가a', '소리', '우유', '창가', '큰소'])
    db.exec("REPLACE INTO customer_detail (customer_id, cautions) VALUES (7, '')")
    expect(grams()).toEqual(['a석', '가a', '창가'])
    db.exec("UPDATE customer_detail SET cautions = '조용히'")
    db.exec('DELETE FROM customer_detail')
    expect(grams()).toEqual(['a석', '가a', '창가'])
    db.exec('DELETE FROM customer')
    expect(grams()).toEqual([])
  })

  it('take all that is personal away with the person', () => {
    const db = before()
    migrate(db, 31)
    db.exec('INSERT INTO customer_detail (customer_id, birth_month, birth_day) VALUES (7, 2, 30)')
    db.exec("INSERT INTO customer_anniversary VALUES (1, 7, '결혼', 'lunar', NULL, 4, 8, 1)")
    db.exec("INSERT INTO customer_phone VALUES (7, '01000005678', '5678', '집')")
    db.exec("INSERT INTO membership_card VALUES ('880001', 7, 1, NULL)")
    db.exec("INSERT INTO tag VALUES (1, '우유 빼고')")
    db.exec('INSERT INTO customer_tag VALUES (7, 1)')
    db.exec("INSERT INTO customer_field VALUES (1, '얼음', 'choice', 0, 1, 0)")
    db.exec("INSERT INTO customer_field_value VALUES (7, 1, '적게', NULL)")
    db.exec("INSERT INTO customer_note VALUES (1, 7, 1, '창가 자리')")
    db.exec("INSERT INTO household VALUES (1, 'family', '하나네', 1)")
    db.exec('INSERT INTO household_member VALUES (7, 1, 1, 5, 3)')
    db.exec('INSERT INTO customer_habit (customer_id) VALUES (7)')
    db.exec('DELETE FROM customer WHERE id = 7')
    for (const table of [
      'customer_detail',
      'customer_anniversary',
      'customer_phone',
      'membership_card',
      'customer_tag',
      'customer_field_value',
      'customer_note',
      'household_member',
      'customer_habit',
    ])
      expect([table, db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]).toEqual([table, 0])
  })

  it('refuse half a birthday, a leap month of the sun, a value of two kinds, sharing without its words', () => {
    const db = before()
    migrate(db, 31)
    for (const statement of [
      'INSERT INTO customer_detail (customer_id, birth_month) VALUES (7, 2)',
      'INSERT INTO customer_detail (customer_id, birth_leap) VALUES (7, 1)',
      "INSERT INTO customer_anniversary VALUES (1, 7, '결혼', 'solar', NULL, 4, 8, 1)",
    ])
      expect(() => db.exec(statement)).toThrow('CHECK')
    db.exec("INSERT INTO customer_field VALUES (1, '얼음', 'choice', 0, 1, 0)")
    expect(() => db.exec("INSERT INTO customer_field_value VALUES (7, 1, '적게', 2)")).toThrow('CHECK')
    db.exec("INSERT INTO household VALUES (1, 'family', '하나네', 1)")
    expect(() => db.exec('INSERT INTO household_member VALUES (7, 1, 1, 5, NULL)')).toThrow('CHECK')
  })
})
