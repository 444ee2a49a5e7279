/** What stands in a log in place of something personal. */
export const hidden = '[hidden]'

/** Fields whose value is personal or secret whatever it looks like. */
const personalFields: ReadonlySet<string> = new Set([
  'name',
  'customername',
  'phone',
  'maskedphone',
  'lastfour',
  'memo',
  'address',
  'query',
  'card',
  'cardnumber',
  'passphrase',
  'newpassphrase',
  'recoverycode',
  'key',
  'datakey',
  'text',
  'lines',
  'bytes',
  'base64',
  'input',
])

const gap = String.raw`[\s.\-‐-―·()]{0,3}`

/**
 * Card numbers come first: 13 to 19 digits, in groups or not, partly masked by `*` or `x`. Then Korean phones
 * (mobile, area codes, 050x, 070), with +82 or 0082 and without, however they are spaced or bracketed.
 */
const patterns: readonly RegExp[] = [
  /(?<![\d*])(?:[\d*xX][ \-‐-―.]?){12,18}[\d*xX](?![\d*])/g,
  new RegExp(
    String.raw`(?<!\d)(?:\(?(?:\+|00)${gap}82\)?${gap}\(?0?\)?${gap}\d{1,3}|\(?0(?:1[016-9]|2|[3-6]\d|50\d|70|80))${gap}\d{3,4}${gap}\d{4}(?!\d)`,
    'g',
  ),
  // Without any leading 0 or country code only a mobile number written in groups is taken for one.
  /(?<!\d)1[016-9][\s.\-‐-―]\d{3,4}[\s.\-‐-―]\d{4}(?!\d)/g,
]

const digitCount = (text: string): number => text.replace(/[^\d]/g, '').length

/** Full-width digits, signs and blanks as ASCII, one code unit for one, so that places stay where they are. */
const toAscii = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')

/** The text without phone and card numbers. */
export const redactText = (text: string): string => {
  let shown = text
  let plain = toAscii(text)
  for (const pattern of patterns) {
    const places = [...plain.matchAll(pattern)].filter((match) => digitCount(match[0]) >= 8)
    for (const match of places.reverse()) {
      const end = match.index + match[0].length
      shown = shown.slice(0, match.index) + hidden + shown.slice(end)
      plain = plain.slice(0, match.index) + hidden + plain.slice(end)
    }
  }
  return shown
}

const maxDepth = 5

const redactError = (error: Error, depth: number): Record<string, unknown> => ({
  type: error.name,
  ...('code' in error ? { code: redact(error.code, depth) } : {}),
  message: redactText(error.message),
  ...(error.stack === undefined ? {} : { stack: redactText(error.stack) }),
  ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth) }),
})

/** A copy of any value that is fit for the log: personal fields hidden, numbers in texts hidden, bytes dropped. */
export const redact = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return redactText(value)
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : value
  if (depth >= maxDepth) return '[deep]'
  if (value instanceof Error) return redactError(value, depth + 1)
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  if (Array.isArray(value)) return value.map((one) => redact(one, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([field, one]) => [
      field,
      personalFields.has(field.toLowerCase()) && one !== null ? hidden : redact(one, depth + 1),
    ]),
  )
}
