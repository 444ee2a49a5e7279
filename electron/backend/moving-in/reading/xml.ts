/** A tag as it comes by; text between tags is asked for with `textTo`. */
export interface Tag {
  /** Without its namespace: `x:row` is `row`. */
  readonly name: string
  readonly closing: boolean
  /** `<v/>` */
  readonly empty: boolean
  readonly attributes: string
  /** Where the text after the tag begins, and where the tag itself began. */
  readonly end: number
  readonly start: number
}

const named = /^\/?(?:[\w.-]+:)?([\w.-]+)/

/**
 * Tag by tag through XML as spreadsheet programs write it. No entities of its own, no DTD: what a document declares is
 * never followed.
 */
export function* tagsOf(xml: string): Generator<Tag> {
  let at = xml.indexOf('<')
  while (at >= 0) {
    if (xml.startsWith('<!--', at)) {
      at = next(xml, xml.indexOf('-->', at))
      continue
    }
    const end = xml.indexOf('>', at)
    if (end < 0) return
    const first = xml.charCodeAt(at + 1)
    // Neither `<?xml …?>` nor `<!DOCTYPE …>`.
    if (first !== 0x3f && first !== 0x21) {
      const inside = xml.slice(at + 1, end)
      const closing = first === 0x2f
      const name = named.exec(inside)?.[1] ?? ''
      yield { name, closing, empty: inside.endsWith('/'), attributes: inside, start: at, end: end + 1 }
    }
    at = next(xml, end)
  }
}

const next = (xml: string, from: number): number => (from < 0 ? -1 : xml.indexOf('<', from))

const patterns = new Map<string, RegExp>()

/** An attribute's value, whatever its namespace; null where the tag has none of that name. */
export const attribute = (tag: Tag, name: string): string | null => {
  const pattern = patterns.get(name) ?? new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  patterns.set(name, pattern)
  const found = pattern.exec(tag.attributes)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? null : plain(value)
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Text as it was meant: entities, and Excel's own `_x000D_`. */
export const plain = (text: string): string =>
  (text.includes('&')
    ? text.replace(
        /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/g,
        (all, hex, decimal, name) => {
          if (typeof name === 'string') return entities[name] ?? all
          const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal)
          return code <= 0x10ffff ? String.fromCodePoint(code) : ''
        },
      )
    : text
  ).replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
