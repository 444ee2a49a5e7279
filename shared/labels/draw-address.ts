import { type DrawnLabel, type Mark, textMark } from './mark.ts'
import { fitText, lineStep, textWidth } from './text-fit.ts'

export interface AddressPerson {
  /** As it is written on letters: 김영희 귀하. */
  readonly name: string
  readonly address: string
}

/** An address label as letters bear it in Korea: the address above, the name below it larger. */
export const drawAddress = (
  place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  person: AddressPerson,
): DrawnLabel => {
  const edge = place.height < 26 ? 2 : 4
  const width = place.width - 2 * edge
  const height = place.height - 2 * edge
  const marks: Mark[] = []
  const name = fitText(person.name, { width, height: height * 0.36, largest: 6, smallest: 3, lines: 1 })
  const nameHeight = name.lines.length * name.size * lineStep
  const address = fitText(person.address, {
    width,
    height: height - nameHeight - 1,
    largest: 4.6,
    smallest: 2.4,
    lines: 3,
  })
  const addressHeight = address.lines.length * address.size * lineStep
  // Both together stand in the middle of the height.
  const top = place.y + edge + Math.max(0, (height - addressHeight - nameHeight - 1.5) / 2)
  address.lines.forEach((line, index) => {
    marks.push(textMark(line, place.x + edge, top + address.size * (0.95 + index * lineStep), address.size))
  })
  const nameTop = Math.min(top + addressHeight + 1.5, place.y + place.height - edge - nameHeight)
  name.lines.forEach((line, index) => {
    const x = place.x + place.width - edge
    const y = nameTop + name.size * (0.95 + index * lineStep)
    marks.push(textMark(line, x, y, name.size, { bold: true, anchor: 'end' }))
  })
  return { ...place, marks }
}

/** Whether a drawn label's texts all stand inside it; by the widths that are reckoned with. */
export const keepsInside = ({ x, y, width, height, marks }: DrawnLabel): boolean =>
  marks.every((mark) => {
    if (mark.is !== 'text') return true
    const wide = textWidth(mark.text, mark.size)
    const left = mark.anchor === 'start' ? mark.x : mark.x - (mark.anchor === 'end' ? wide : wide / 2)
    return (
      left >= x - 0.01 &&
      left + wide <= x + width + 0.01 &&
      mark.y - mark.size >= y - 0.5 &&
      mark.y + mark.size * 0.25 <= y + height + 0.5
    )
  })
