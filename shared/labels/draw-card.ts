import { barsIn, type DrawQr, qrIn } from './codes.ts'
import { type DrawnLabel, type Mark, textMark } from './mark.ts'
import { fitText, lineStep } from './text-fit.ts'

export interface CardPerson {
  /** Empty where the card bears none. */
  readonly name: string
  /** ASCII, as it is kept. */
  readonly code: string
}

export type CodeLook = 'bars' | 'qr' | 'both'

export interface CardLook {
  readonly shop: string
  /** 회원카드, in the language of the screen. */
  readonly title: string
  readonly codes: CodeLook
  readonly drawQr: DrawQr
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Lines of a text that begins at a height; @returns where the next thing may begin. */
const written = (
  marks: Mark[],
  text: string,
  at: { readonly x: number; readonly y: number },
  space: {
    readonly width: number
    readonly height: number
    readonly largest: number
    readonly lines: number
  },
  look: { readonly bold?: boolean; readonly soft?: boolean; readonly anchor?: 'start' | 'middle' } = {},
): number => {
  const { size, lines } = fitText(text, { ...space, smallest: 1.8 })
  lines.forEach((line, index) => {
    const x = look.anchor === 'middle' ? at.x + space.width / 2 : at.x
    marks.push(textMark(line, x, at.y + size * (0.95 + index * lineStep), size, look))
  })
  return at.y + lines.length * size * lineStep
}

/**
 * A membership card, or a label with its code: the shop, the name, the code as bars, as QR or as both, and its digits.
 * Bars that would be too fine for a scanner give way to the QR code.
 */
export const drawCard = (place: Box, person: CardPerson, look: CardLook): DrawnLabel => {
  const small = place.height < 26
  const edge = small ? 1.6 : place.height > 50 ? 5 : 2.6
  const inner: Box = {
    x: place.x + edge,
    y: place.y + edge,
    width: place.width - 2 * edge,
    height: place.height - 2 * edge,
  }
  const marks: Mark[] = []
  const digits = small ? 2.2 : 3
  const foot = inner.y + inner.height
  // A narrow label has room for one of the two.
  const one = place.width < 50 && look.codes === 'both' ? 'bars' : look.codes
  const wide = { x: place.x + 0.6, y: 0, width: place.width - 1.2, height: 1 }
  const bars = one === 'qr' ? null : barsIn(person.code, wide)
  const qrSize = Math.min(inner.height - (small ? digits + 1 : 0), inner.width * 0.45, 24)
  const withQr = one !== 'bars' || bars === null
  const qrAt = { x: inner.x + inner.width - qrSize, y: inner.y - (small ? 0.6 : 0), size: qrSize }
  const qr = withQr ? qrIn(person.code, qrAt, look.drawQr) : null
  const textWide = inner.width - (qr === null ? 0 : qrSize + 1)

  let y = inner.y
  if (look.shop !== '')
    y = written(
      marks,
      look.shop,
      { x: inner.x, y },
      { width: textWide, height: small ? 3.4 : 6, largest: small ? 2.3 : 3.6, lines: 1 },
      { bold: true },
    )
  if (!small && place.height > 50)
    y = written(
      marks,
      look.title,
      { x: inner.x, y: y + 0.8 },
      { width: textWide, height: 4, largest: 2.8, lines: 1 },
      { soft: true },
    )

  const barHeight = bars === null ? 0 : Math.min(15, Math.max(small ? 6.5 : 9, inner.height * 0.32))
  const barTop = foot - digits * 1.15 - barHeight
  const nameSpace = (bars === null ? foot - (qr === null ? 0 : digits * 1.3) : barTop) - y - 0.8
  if (person.name !== '')
    written(
      marks,
      person.name,
      { x: inner.x, y: y + (place.height > 50 ? 2 : 0.4) },
      { width: textWide, height: Math.max(2.4, nameSpace - 1), largest: small ? 3 : 6, lines: 2 },
      { bold: true },
    )
  if (bars !== null) {
    // A QR code above reaches no further down than the bars begin.
    marks.push({ ...bars, y: barTop, height: barHeight })
    const fitted = fitText(person.code, {
      width: inner.width,
      height: digits * lineStep,
      largest: digits,
      smallest: 1,
      lines: 1,
    })
    marks.push(
      textMark(fitted.lines[0] ?? '', place.x + place.width / 2, foot, fitted.size, { anchor: 'middle' }),
    )
  }
  if (qr !== null) {
    const room = bars === null ? inner.height : barTop - inner.y - 0.5
    const fitting = qrIn(person.code, { ...qrAt, size: Math.min(qrSize, room) }, look.drawQr)
    const drawn = bars === null ? qr : fitting
    if (drawn !== null)
      marks.push({ ...drawn, x: inner.x + inner.width - (drawn.rows.length + 4) * drawn.module })
  }
  if (bars === null)
    written(
      marks,
      person.code,
      { x: inner.x, y: foot - digits * lineStep },
      { width: textWide, height: digits * lineStep, largest: digits, lines: 1 },
    )
  return { ...place, marks }
}
