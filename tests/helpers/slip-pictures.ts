import { encodeSlip } from '#backend/slips/encode.ts'
import { slipSvg } from '#backend/slips/slip-svg.ts'
import type { GrayPicture } from '#backend/slips/templates/dither.ts'
import { exampleValues } from '#backend/slips/templates/examples.ts'
import { layOut } from '#backend/slips/templates/lay-out.ts'
import { readyMade } from '#backend/slips/templates/ready-made.ts'
import { joinValues } from '#backend/slips/templates/values.ts'
import type { TemplateBlock } from '#shared/contract/slip-templates.ts'
import { barsOf, cutHere, logoOf, ruled, textOf } from '#shared/slips/blocks.ts'
import { slipKinds } from '#shared/slips/kinds.ts'

export const slipWidths = [32, 42, 48] as const

/** A disc that grows lighter towards its edge, on white: what dithering has to show. */
export const somePicture = (): GrayPicture => {
  const width = 160
  const height = 96
  const gray = Uint8Array.from({ length: width * height }, (_, place) => {
    const distance = Math.hypot((place % width) - 80, Math.floor(place / width) - 48)
    return Math.min(255, Math.round(distance * 5.2))
  })
  return { width, height, gray }
}

/** What the ready-made ones do not have: the owner's picture, looks of text, letters as bars, a cut between. */
const everything: readonly TemplateBlock[] = [
  logoOf(1, 'small'),
  textOf('뒤집은 글자', { inverse: true, align: 'center' }),
  textOf('두 줄로\n나눈 글', { size: 'tall' }),
  ruled('dashed'),
  ruled('double'),
  barsOf('DANGOL-01'),
  cutHere(),
  textOf('잘라 낸 다음 장', { size: 'large', bold: true }),
]

const shop = {
  shopName: '달빛정류장',
  shopPhone: '02-0000-1234',
  shopAddress: '서울시 어디구 아무로 12',
  shopFooter: '다음에 또 들러 주세요.',
  shopQr: 'https://example.com/s/7',
}

/** Every template at every width, by the names of the files that keep them. */
export const slipPictures = (): ReadonlyMap<string, string> => {
  const pictures = new Map<string, string>()
  for (const columns of slipWidths) {
    const draw = (name: string, blocks: readonly TemplateBlock[], kind: (typeof slipKinds)[number]): void => {
      const values = joinValues(exampleValues(kind, Date.UTC(2026, 10, 22, 5, 2)), { fields: shop })
      const laid = layOut(blocks, values, columns, () => somePicture())
      pictures.set(`${name}-${columns}.svg`, slipSvg(encodeSlip(laid, columns), columns))
    }
    for (const kind of slipKinds) draw(kind, readyMade(kind), kind)
    draw('everything', everything, 'earn')
  }
  return pictures
}
