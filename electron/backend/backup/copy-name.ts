import { type EpochMs, koreanTime } from '#shared/dates.ts'

/** In plain ASCII, so that it reads the same on FAT32, network shares and every system. */
export const backupFolder = 'dangol-backup'

/** Each shop's copies are by themselves: one stick may serve two shops. */
export const shopFolder = (ledgerId: string): string => ledgerId.slice(0, 8)

/** Of the files of a copy; each begins with its id. */
export const ledgerSuffix = '.dangol'
export const partSuffix = '.part'

const two = (value: number): string => String(value).padStart(2, '0')

/** `20261122-210400`, in Korean time, as it is sorted and read; `-2` after it when the name is taken. */
export const copyId = (at: EpochMs, taken: ReadonlySet<string>): string => {
  const t = koreanTime(at)
  const first = `${t.year}${two(t.month)}${two(t.day)}-${two(t.hour)}${two(t.minute)}${two(t.second)}`
  let id = first
  for (let number = 2; taken.has(id); number += 1) id = `${first}-${number}`
  return id
}

const fullId = /^[0-9a-f]{8}\/\d{8}-\d{6}(-\d{1,4})?$/

/** True for `shop/copy` ids of ours: nothing else may become part of a path. */
export const isCopyId = (id: string): boolean => fullId.test(id)

/** The id of the copy that a ledger file of ours, or its first part, belongs to; null for any other name. */
export const idOfFile = (shop: string, file: string): string | null => {
  const whole = file.endsWith(firstPart) ? file.slice(0, -firstPart.length) : file
  if (!whole.endsWith(ledgerSuffix)) return null
  const id = `${shop}/${whole.slice(0, -ledgerSuffix.length)}`
  return isCopyId(id) ? id : null
}
const firstPart = '.001'
