import { readFile } from 'node:fs/promises'
import type { TextEncoding } from '#backend/receipts/paper/encoding.ts'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { allProfiles } from '#backend/receipts/reading/profiles/all.ts'
import { readPapers } from '#backend/receipts/reading/read.ts'
import type { Reading } from '#backend/receipts/reading/reading.ts'
import { isoKorea } from '#shared/dates.ts'
import { onlyFile, readArguments } from './arguments.ts'
import { UsageError } from './failure.ts'
import type { Io } from './io.ts'

const usage = 'parse FILE [--encoding cp949|utf8]'

const encodingOf = (text: string | undefined): TextEncoding => {
  if (text === undefined || text === 'cp949') return 'cp949'
  if (text === 'utf8' || text === 'utf-8') return 'utf8'
  throw new UsageError(`글자 코드는 cp949나 utf8이에요 · the encoding is cp949 or utf8. ${usage}`)
}

/** One document in the published shape; the order of the keys is part of it. */
const documentOf = (reading: Reading): Record<string, unknown> => ({
  kind: reading.kind,
  profile: reading.profile,
  confidence: reading.confidence,
  copy: reading.copy,
  copyOf: reading.copyOf,
  reprint: reading.reprint,
  store: reading.store,
  businessNumber: reading.businessNumber,
  issuedAt: reading.issuedAt === null ? null : isoKorea(reading.issuedAt),
  receiptNumber: reading.receiptNumber,
  originalReceipt: reading.originalReceipt,
  items: reading.items.map((item) => ({
    name: item.name,
    unitPrice: item.unitPrice,
    quantity: item.quantity,
    amount: item.amount,
    options: item.options.map(({ name, quantity, amount }) => ({ name, quantity, amount })),
  })),
  discount: reading.discount,
  supply: reading.supply,
  vat: reading.vat,
  exempt: reading.exempt,
  total: reading.total,
  payments: reading.payments.map(({ method, amount }) => ({ method, amount })),
  lines: reading.lines,
  problems: reading.problems,
})

/**
 * `parse FILE [--encoding cp949|utf8]`: the recorded papers as readings, `{"documents":[…]}`. A date without a
 * year takes the nearest past as seen from now.
 */
export const run = async (args: readonly string[], io: Io): Promise<number> => {
  const { values, positionals } = readArguments(args, { encoding: { type: 'string' } })
  const file = onlyFile(positionals, usage)
  const encoding = encodingOf(values.encoding)
  const papers = papersOf(await readFile(file), encoding)
  const documents = readPapers(papers, { receivedAt: Date.now(), profiles: allProfiles }).map(documentOf)
  await io.out(`${JSON.stringify({ documents }, null, 1)}\n`)
  return 0
}
