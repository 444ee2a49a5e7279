import type { Line } from '../text/line.ts'
import { remembered } from '../text/remembering.ts'
import { orderCode } from './numbers.ts'

const storeLabel =
  /^[\s[*<■◆]*(?:상\s*호\s*명?|매\s*장\s*명|가\s*맹\s*점\s*명|가\s*맹\s*점|점\s*포\s*명|점\s*포|주문\s*업소|주문\s*매장|업\s*체\s*명|업\s*소\s*명|매\s*장|판매점|지점명|STORE|SHOP|Store|Shop)\s*[\])]?\s*:\s*(.+)$/
const bareLabel =
  /^\s*\[?\s*(?:상\s*호\s*명?|매\s*장\s*명|가\s*맹\s*점\s*명|점\s*포\s*명|업\s*체\s*명)\s*(?:\]\s*|\s)(\S.*)$/
const owner = /\s*[([](?:대표자?|사업자)[^)\]]*[)\]]?.*$/
const slashed = /^\s*([^/]{2,30}?)\s*\/\s*\d{3}-?\d{2}-?\d{5}\s*\//
const notStore =
  /영수증|영수표|영수\b|매출전표|거래명세|receipt|주문|접수|재출력|재발행|고객용|매장용|보관용|신용승인|반품|취소|환불|전화|(?<![a-z])tel(?![a-z])|주소|대표|사업자|번호|감사|환영|어서|welcome|http|www|날짜|일시|일자|시간|테이블|(?<![a-z])(?:table|pos)(?![a-z])|계산서|배달|결제|포장|대기|\d{3,}|:|만나서/i
const address = /(?:특별시|광역시|[가-힣]{1,4}[시도군구]\s.*\d|로\s?\d|길\s?\d|번지|\d층|\d호)/
const contact = /^(?:전화|(?<![a-z])tel(?![a-z])|주소|t\)|☎|℡|대표|사업자)/i
const letters = /[가-힣A-Za-z]{2,}/
const phone =
  /\s*(?:\(?(?:T|TEL|Tel|(?<![a-z])tel(?![a-z])|전화|☎|℡)[.:)\s]*)?\(?0\d{1,2}[-)]\s?\d{3,4}-\d{4}\)?/
const lookedAt = 8

const named = (text: string): string =>
  text
    .replace(phone, '')
    .replace(owner, '')
    .replace(/^[\s*[<(=\-~■◆★☆#]+|[\s*\]>=\-~■◆★☆#]+$/g, '')
    .replace(/\s*(?<![A-Za-z])(?:\(?(?:TEL|(?<![a-z])tel(?![a-z])|Tel|☎|T\.|T:).*)$/, '')
    .replace(/\s{2,}.*$/, (rest) => (/\d/.test(rest) || /[:/]/.test(rest) ? '' : rest))
    .trim()

/** A name, without the contact that stands after a gap on its line. */
const beforeGap = (text: string): string => {
  const gap = /\S(\s{2,}\S.*)$/.exec(text)?.[1]
  const before = gap !== undefined && /[\d:]/.test(gap) ? text.slice(0, text.length - gap.length) : text
  return before.replace(phone, '').replace(owner, '')
}

const plausible = remembered(
  (line: Line): boolean =>
    !line.blank &&
    !line.rule &&
    !orderCode.test(line.compact) &&
    letters.test(beforeGap(line.text)) &&
    line.compact.length <= 48 &&
    !notStore.test(beforeGap(line.text).replace(/\s+/g, '')) &&
    !address.test(line.text),
)

const labelledName = remembered((line: Line): string | null => {
  const found = (storeLabel.exec(line.text) ?? bareLabel.exec(line.text))?.[1]
  const name = found === undefined ? '' : named(line.raw.slice(line.text.length - found.length))
  return name !== '' && letters.test(name) ? name : null
})

/**
 * The shop's name: by its label, as the first name at the top, or in the block above its address.
 * @param listAt index of the line where the item list begins; below it no first name is looked for.
 */
export const storeOn = (lines: readonly Line[], listAt: number): string | null => {
  const printed = lines.filter((line) => !line.blank && !line.rule)
  for (const line of printed) {
    const name = labelledName(line)
    if (name !== null) return name
  }
  for (const line of printed.slice(0, lookedAt)) {
    const found = line.text.includes('/') ? slashed.exec(line.text)?.[1] : undefined
    if (found !== undefined) return named(found)
  }
  const top = printed.slice(0, lookedAt).find((line) => line.index < listAt && plausible(line))
  if (top !== undefined && printed.indexOf(top) < 4) return named(beforeGap(top.raw))
  for (let i = 1; i < printed.length; i += 1) {
    const line = printed[i]
    const above = printed[i - 1]
    if (line !== undefined && above !== undefined && contact.test(line.compact) && plausible(above))
      return named(above.raw)
  }
  return null
}
