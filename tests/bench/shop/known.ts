import { putHabit } from '#backend/customers/figures/habit.repo.ts'
import { habitOf } from '#backend/customers/figures/refreshing.service.ts'
import { createRandom } from '#backend/devices/simulated/random.ts'
import { createReader, createStatementCache, createWriter } from '#backend/platform/db/connection.ts'
import type { Connection } from '#backend/platform/db/open.ts'

export const memos = [
  '창가 자리 좋아하심',
  '우유 빼고 두유로',
  '얼음 적게, 시럽 한 번',
  '강아지와 함께 오심',
  '회의 단체 예약 잦음',
  '현금영수증 꼭 여쭙기',
] as const
export const tags = ['오랜 단골', '단체', '소식 좋아함', '근처 회사'] as const

/** The card that the customer in this place has; every third has one. */
export const cardOf = (index: number): string => `29${String(index).padStart(10, '0')}7`

/** What the shop knows of its people: a memo of every third, a tag of every fourth, a card, and everybody's habits. */
export const fillKnown = (db: Connection, customers: readonly number[]): void => {
  const random = createRandom(7)
  const memo = db.prepare('UPDATE customer SET memo = ? WHERE id = ?')
  const tag = db.prepare('INSERT INTO tag (id, name) VALUES (?, ?)')
  const tagged = db.prepare('INSERT INTO customer_tag (customer_id, tag_id) VALUES (?, ?)')
  const card = db.prepare(
    'INSERT INTO membership_card (code, customer_id, issued_at, ended_at) VALUES (?, ?, 0, NULL)',
  )
  db.transaction(() => {
    for (const [index, name] of tags.entries()) tag.run(index + 1, name)
    for (const [index, id] of customers.entries()) {
      if (index % 3 === 0) memo.run(`${random.pick([...memos])} ${index}`, id)
      if (index % 3 === 0) card.run(cardOf(index), id)
      if (index % 4 === 0) tagged.run(id, random.between(1, tags.length))
    }
  })()
  const statements = createStatementCache(db)
  const reader = createReader(statements)
  const writer = createWriter(statements, { expect: () => undefined, keep: () => undefined })
  db.transaction(() => {
    for (const id of customers) putHabit(writer, habitOf(reader, id))
  })()
}
