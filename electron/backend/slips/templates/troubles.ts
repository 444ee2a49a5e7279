import type { TemplateBlock, TemplateTrouble } from '#shared/contract/slip-templates.ts'
import { wordsOf } from '#shared/slips/blocks.ts'
import { fieldOf, fieldPattern, fieldsFor, written } from '#shared/slips/fields.ts'
import type { SlipKind } from '#shared/slips/kinds.ts'
import { bars } from '../code128.ts'
import { printableText, unprintableIn } from '../printable.ts'
import { qrModules } from '../qr-modules.ts'
import { fill, forCodes } from './fill.ts'
import { columnDots, isCode, type Pictures } from './lay-out.ts'
import type { SlipValues } from './values.ts'

/** The narrowest paper: what fits on it fits everywhere. */
const narrow = 32 * columnDots

/**
 * What would not come out as it was written, said before anything is sent: signs that CP949 does not have, in the
 * template or in what fills it; fields that are none; codes that cannot be made; pictures that are not there.
 */
export const troublesOf = (
  kind: SlipKind,
  blocks: readonly TemplateBlock[],
  values: SlipValues,
  pictures: Pictures,
): TemplateTrouble[] => {
  const found = blocks.flatMap((block, place) => {
    const { texts, codes } = wordsOf(block)
    const all = [
      ...[...texts, ...codes].flatMap((text) => fieldTroubles(kind, text)),
      ...texts.flatMap((text) => signTroubles(text, values)),
      ...codes.flatMap((code) => codeTroubles(block, code, values)),
      ...(block.type === 'logo' && (block.pictureId === null || pictures(block.pictureId) === undefined)
        ? [{ is: 'no-picture', text: '', instead: null } as const]
        : []),
    ]
    return all.map((trouble) => ({ block: place, ...trouble }))
  })
  return kind === 'coupon' && !blocks.some(saysCode)
    ? [...found, { block: null, is: 'no-coupon-code', text: '', instead: null }]
    : found
}

type Found = Omit<TemplateTrouble, 'block'>

const fieldTroubles = (kind: SlipKind, text: string): Found[] => {
  const here = fieldsFor(kind)
  return [...text.matchAll(fieldPattern)].flatMap(([asWritten, label]): Found[] => {
    const field = fieldOf(label ?? '')
    if (field === undefined) return [{ is: 'unknown-field', text: asWritten, instead: asWritten }]
    return here.includes(field) ? [] : [{ is: 'field-elsewhere', text: asWritten, instead: null }]
  })
}

const signTroubles = (text: string, values: SlipValues): Found[] => {
  const filled = text.split('\n').map((line) => fill(line, values) ?? line)
  return unprintableIn(filled.join(' ')).map((sign) => ({
    is: 'unprintable',
    text: sign,
    instead: printableText(sign),
  }))
}

const codeTroubles = (block: TemplateBlock, code: string, values: SlipValues): Found[] => {
  const content = fill(code, forCodes(values))
  if (content === null || content === '') return []
  if (!isCode(content)) return [{ is: 'code-not-ascii', text: content, instead: null }]
  const fits = block.type === 'bars' ? bars(content, narrow) !== null : qrModules(content) !== null
  return fits ? [] : [{ is: 'code-too-long', text: content, instead: null }]
}

const saysCode = (block: TemplateBlock): boolean =>
  Object.values(wordsOf(block))
    .flat()
    .some((text) => text.includes(written('couponCode')))
