import type { SlipColumns } from '#shared/contract/devices.ts'
import { clockText, isoKorea, koreanTime } from '#shared/dates.ts'
import { displayWidth } from '#shared/display-width.ts'
import { formatNumber, formatPoints, formatWon } from '#shared/won.ts'
import { leftRight, shorten, wrapEvenly } from './columns.ts'
import { printableText } from './printable.ts'
import type { EarnSlip, SlipLine } from './slip.ts'
import { feed, type SlipBlock, textBlock } from './slip-block.ts'

/** A slip is no second receipt: more lines than this are summed up. */
const maxLines = 8
const weekdays = ['일', '월', '화', '수', '목', '금', '토'] as const

/**
 * The earn slip's lines at that paper width: who, what, and large what was earned and what there is now. The paper
 * is for guests: it speaks Korean whatever language the screen is set to.
 */
export const earnSlipBlocks = (slip: EarnSlip, columns: SlipColumns): SlipBlock[] => {
  const thin = textBlock('-'.repeat(columns))
  const rows = (left: string, right: string): SlipBlock[] =>
    leftRight(printableText(left), printableText(right), columns).map((line) => textBlock(line))
  const used = slip.pointsUsed ?? 0
  const ends = slip.nextEnd ?? null
  // Points used before any receipt: there is no sale to speak of.
  const onlyUsed = used > 0 && slip.lines.length === 0 && slip.total === 0
  return [
    ...head(slip, columns),
    thin,
    ...rows(`${slip.customer.maskedName} 님`, slip.customer.maskedPhone ?? ''),
    ...rows('일시', dateText(slip.at)),
    ...rows('전표 번호', slip.number),
    thin,
    ...slip.lines.slice(0, maxLines).flatMap((line) => itemRows(line, columns)),
    ...(slip.lines.length > maxLines ? [textBlock(`외 ${slip.lines.length - maxLines}가지`)] : []),
    ...(slip.lines.length > 0 ? [thin] : []),
    ...(onlyUsed ? [] : rows('받은 금액', formatWon(slip.total))),
    ...(used > 0 && !onlyUsed ? rows('사용한 포인트', signed(-used)) : []),
    feed(),
    ...(onlyUsed
      ? figure('이번에 사용', signed(-used), 3, columns)
      : figure('이번에 적립', signed(slip.pointsGiven), 3, columns)),
    feed(),
    ...figure('모은 포인트', formatPoints(slip.balance), 2, columns),
    ...(ends === null
      ? []
      : [
          feed(),
          ...rows('먼저 끝나는 포인트', formatPoints(ends.points)),
          ...rows('쓸 수 있는 날', `${ends.on}까지`),
        ]),
    ...(slip.rows === undefined || slip.rows.length === 0
      ? []
      : [feed(), thin, ...slip.rows.flatMap(({ left, right }) => rows(left, right))]),
    feed(),
    thin,
    ...foot(slip, columns),
  ]
}

const head = ({ shop }: EarnSlip, columns: SlipColumns): SlipBlock[] => [
  ...wrapEvenly(printableText(shop.name), Math.floor(columns / 2)).map((line) =>
    textBlock(line, { align: 'center', width: 2, height: 2, bold: true }),
  ),
  feed(),
  textBlock('단골 포인트 전표', { align: 'center' }),
]

const itemRows = (line: SlipLine, columns: SlipColumns): SlipBlock[] => {
  const times = line.quantity === null || line.quantity === 1 ? '' : ` ×${formatNumber(line.quantity)}`
  const amount = line.amount === null ? '' : formatWon(line.amount)
  const room = columns - displayWidth(amount) - displayWidth(times) - 1
  const name = shorten(printableText(line.name), Math.max(2, room))
  return leftRight(`${name}${times}`, amount, columns).map((text) => textBlock(text))
}

/** To be read from a metre away: as large as asked for, or as fits. */
const figure = (label: string, value: string, largest: number, columns: SlipColumns): SlipBlock[] => {
  const room = Math.floor((columns - 4) / displayWidth(value))
  const times = Math.max(1, Math.min(largest, room))
  return [
    textBlock(label, { align: 'center' }),
    textBlock(value, { align: 'center', width: times, height: Math.max(2, times), bold: true }),
  ]
}

const foot = ({ shop }: EarnSlip, columns: SlipColumns): SlipBlock[] => [
  ...centred(shop.footer, columns),
  ...centred(shop.phone ?? '', columns),
  // Anything but ASCII would break the stream; points must not fail for a code.
  ...(/^[\x20-\x7e]+$/.test(shop.qr) ? [feed(), { type: 'qr', content: shop.qr } as const] : []),
]

const centred = (text: string, columns: SlipColumns): SlipBlock[] =>
  wrapEvenly(printableText(text), columns).map((line) => textBlock(line, { align: 'center' }))

const signed = (points: number): string => (points > 0 ? `+${formatPoints(points)}` : formatPoints(points))

/** `2026-11-22 (일) 14:02` */
const dateText = (at: number): string =>
  `${isoKorea(at).slice(0, 10)} (${weekdays[koreanTime(at).weekday] ?? ''}) ${clockText(at)}`
