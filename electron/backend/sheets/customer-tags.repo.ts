import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

const tagId = hot<{ name: string }, { id: number }>((param) =>
  query.selectFrom('tag').select('id').where('name', '=', param('name')),
)
const put = hot<{ customer: number; tag: number }, unknown>((param) =>
  query
    .insertInto('customer_tag')
    .values({ customer_id: param('customer'), tag_id: param('tag') })
    .onConflict((conflict) => conflict.doNothing()),
)
const take = hot<{ customer: number; tag: number }, unknown>((param) =>
  query
    .deleteFrom('customer_tag')
    .where('customer_id', '=', param('customer'))
    .where('tag_id', '=', param('tag')),
)

export const findTag = (reader: Reader, name: string): number | null =>
  reader.first(tagId({ name }))?.id ?? null

/** @returns false where it was there already. */
export const putTag = (tx: Writer, customerId: number, id: number): boolean =>
  tx.run(put({ customer: customerId, tag: id })).changes > 0

/** @returns false where it was not there. */
export const takeTag = (tx: Writer, customerId: number, id: number): boolean =>
  tx.run(take({ customer: customerId, tag: id })).changes > 0
