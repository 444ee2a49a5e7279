type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** As it is compared: what separates letters and figures does not count. */
const bare = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s().-]/g, '')
    .toLowerCase()

/**
 * Whether a text is, or holds, what somebody is known by. Numbers count from seven digits on and names from three letters
 * on wherever they stand; shorter ones only where they are the whole text, for they are in other words, too.
 * @param known name and numbers.
 */
export const says = (text: string, known: readonly string[]): boolean => {
  const own = bare(text)
  return known.map(bare).some((one) => {
    if (one === '') return false
    const telling = /^\d+$/.test(one) ? one.length >= 7 : Array.from(one).length >= 3
    // Part of a number that was typed is somebody's, too.
    const part = /^\d{7,}$/.test(own) && /^\d+$/.test(one) && one.includes(own)
    return own === one || (telling && own.includes(one)) || part
  })
}

/**
 * A view of a sheet without what it looks for of somebody. Null where it does not name them.
 * @param layout JSON as it is kept.
 */
export const viewWithout = (layout: string, known: readonly string[]): string | null => {
  const parsed: unknown = JSON.parse(layout)
  if (!isFields(parsed) || !isFields(parsed['filter'])) return null
  const { text, conditions, ...filter } = parsed['filter']
  const named = (value: unknown): boolean => typeof value === 'string' && says(value, known)
  const about = (condition: unknown): boolean =>
    isFields(condition) &&
    (named(condition['text']) || (Array.isArray(condition['values']) && condition['values'].some(named)))
  const list = Array.isArray(conditions) ? conditions : []
  const left = list.filter((condition) => !about(condition))
  if (!named(text) && left.length === list.length) return null
  return JSON.stringify({
    ...parsed,
    filter: {
      ...filter,
      ...(text === undefined || named(text) ? {} : { text }),
      ...(left.length === 0 ? {} : { conditions: left }),
    },
  })
}
