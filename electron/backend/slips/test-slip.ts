import type { SlipColumns } from '#shared/contract/devices.ts'
import { wrap } from './columns.ts'
import { printableText } from './printable.ts'
import { feed, type SlipBlock, textBlock } from './slip-block.ts'

/** A short slip that shows whether Hangul, width and cut are right: the ruler has exactly `columns` digits. */
export const testSlipBlocks = (printerName: string, columns: SlipColumns): SlipBlock[] => {
  const centred = { align: 'center' } as const
  const ruler = Array.from({ length: columns }, (_, place) => String((place + 1) % 10)).join('')
  return [
    textBlock('단골장부', { ...centred, width: 2, height: 2, bold: true }),
    feed(),
    ...wrap(printableText(printerName), columns).map((line) => textBlock(line, centred)),
    textBlock('시험 인쇄', centred),
    textBlock(ruler),
    ...wrap('한글과 숫자 1,234원이 또렷하고 위의 숫자가 한 줄이면 잘 연결된 거예요.', columns).map((line) =>
      textBlock(line),
    ),
  ]
}

/** Above a slip that only shows what a template looks like, so that nobody takes it for a real one. */
export const testMark = (): SlipBlock =>
  textBlock(' 시험 인쇄 ', { align: 'center', bold: true, inverse: true })
