/**
 * What a window may show while names are hidden: people become 손님 1, 손님 2, …, the same one always by the same
 * number, and what they said of themselves stays unsaid. Works on what the backend answers, so that no page can forget.
 */
export interface Veil {
  /** @param method of the contract; @param input what it was asked; @returns the answer, or a copy without the people. */
  cover(method: string, input: unknown, output: unknown): unknown
}

type Fields = Readonly<Record<string, unknown>>

/** Of a person, whatever page asks. */
const names = new Set(['maskedName', 'customerName'])
const numbers = new Set(['maskedPhone', 'lastFour', 'phone'])
/** What is known of a person beyond the name; nothing of it is shown. */
const said = new Set(['memo', 'address', 'allergies', 'cautions', 'foundBy', 'note'])
/** Lists and days that say who somebody is; none of them is shown. */
const emptied = new Set(['morePhones', 'merges', 'cards', 'days'])
const unsaid = new Set(['birthday', 'nextBirthday'])
/** Things that happened whose words are somebody's own. */
const ownWords = new Set(['note', 'merged'])
/** A row with one of these beside its `name` is a person. */
const ofPerson = ['customerId', 'maskedPhone', 'phone', 'joinedOn', 'members'] as const
/** The shop itself, its staff, its devices: not guests. */
const notGuests = /^(?:shop|people|door|devices|sources|printers|backup|app|ledger)\./
/** Columns of sheets that are a person's own, beside the name. */
const ownColumns = new Set([
  'phone',
  'memo',
  'address',
  'allergies',
  'cautions',
  'foundBy',
  'birthday',
  'anniversaries',
  'cards',
])

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @param nameOf what the so manieth person is called. */
export const createVeil = (nameOf: (number: number) => string): Veil => {
  const numbered = new Map<string, string>()
  const called = (who: unknown): string => {
    const key = String(who)
    const known = numbered.get(key) ?? nameOf(numbered.size + 1)
    numbered.set(key, known)
    return known
  }

  const field = (fields: Fields, key: string, value: unknown): unknown => {
    if (unsaid.has(key)) return null
    // Some of those whom a rule finds, by name.
    if (key === 'some' && Array.isArray(value)) return value.map(called)
    if (emptied.has(key) && Array.isArray(value) && Object.hasOwn(fields, 'joinedOn')) return []
    if (typeof value !== 'string' || value === '') return walk(value)
    if (key === 'text' && ownWords.has(String(fields['kind']))) return hidden
    const who = fields['customerId'] ?? fields['id'] ?? value
    if (names.has(key)) return called(who)
    if (key === 'name' && ofPerson.some((other) => Object.hasOwn(fields, other))) return called(who)
    if (numbers.has(key)) return hidden
    return said.has(key) ? '' : value
  }
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (!isFields(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, field(value, key, one)]))
  }

  /** Rows of a sheet come as cells in the order of the columns that were asked for. */
  const sheetRows = (input: Fields, output: Fields): unknown => {
    const { columns, sheet } = input
    const { rows } = output
    if (!Array.isArray(columns) || !Array.isArray(rows) || sheet === 'products') return output
    const cell = (column: unknown, value: unknown, key: unknown): unknown => {
      if (typeof value !== 'string' || value === '') return value
      const own = String(column)
      if (own === (sheet === 'customers' ? 'name' : 'customer'))
        return called(sheet === 'customers' ? key : value)
      return ownColumns.has(own) || own.startsWith('field') ? hidden : value
    }
    const covered = rows.map((row: unknown) => {
      if (!isFields(row) || !Array.isArray(row['cells'])) return row
      return {
        ...row,
        cells: row['cells'].map((value: unknown, place) => cell(columns[place], value, row['key'])),
      }
    })
    return { ...output, rows: covered }
  }

  return {
    cover(method, input, output) {
      if (notGuests.test(method)) return output
      if (method === 'sheets.rows' && isFields(input) && isFields(output)) return sheetRows(input, output)
      return walk(output)
    },
  }
}

const hidden = '•••'
