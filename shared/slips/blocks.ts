import type { BlockOf, SlipCondition, TemplateBlock } from '../contract/slip-templates.ts'
import { asksDays, type ConditionName, type DayCondition } from './conditions.ts'
import type { ListId } from './fields.ts'

type TextLook = Partial<Omit<BlockOf<'text'>, 'type' | 'text'>>

/** Blocks of templates, with the usual look where none is given. */
export const textOf = (text: string, look: TextLook = {}): BlockOf<'text'> => ({
  type: 'text',
  text,
  align: 'left',
  size: 'normal',
  bold: false,
  inverse: false,
  when: [],
  ...look,
})

export const centred = (text: string, look: TextLook = {}): BlockOf<'text'> =>
  textOf(text, { align: 'center', ...look })

export const columnsOf = (
  left: string,
  right: string,
  look: Partial<Pick<BlockOf<'columns'>, 'bold' | 'when'>> = {},
): BlockOf<'columns'> => ({ type: 'columns', left, right, bold: false, when: [], ...look })

export const listOf = (
  of: ListId,
  look: Partial<Pick<BlockOf<'list'>, 'align' | 'when'>> = {},
): BlockOf<'list'> => ({ type: 'list', of, align: 'left', when: [], ...look })

export const ruled = (
  look: BlockOf<'line'>['look'] = 'thin',
  when: SlipCondition[] = [],
): BlockOf<'line'> => ({
  type: 'line',
  look,
  when,
})

export const space = (lines = 1, when: SlipCondition[] = []): BlockOf<'space'> => ({
  type: 'space',
  lines,
  when,
})

export const stampPicture = (when: SlipCondition[] = []): BlockOf<'stamps'> => ({ type: 'stamps', when })

export const logoOf = (
  pictureId: number | null,
  width: BlockOf<'logo'>['width'] = 'middle',
): BlockOf<'logo'> => ({ type: 'logo', pictureId, width, when: [] })

export const qrOf = (content: string, when: SlipCondition[] = []): BlockOf<'qr'> => ({
  type: 'qr',
  content,
  when,
})

export const barsOf = (content: string): BlockOf<'bars'> => ({ type: 'bars', content, when: [] })

export const cutHere = (): BlockOf<'cut'> => ({ type: 'cut', when: [] })

export const onlyIf = (is: Exclude<ConditionName, DayCondition>): SlipCondition => ({
  is,
  not: false,
  days: null,
})

export const unless = (is: Exclude<ConditionName, DayCondition>): SlipCondition => ({
  ...onlyIf(is),
  not: true,
})

export const within = (is: DayCondition, days: number): SlipCondition => ({ is, not: false, days })

/** A condition as the editor begins it. */
export const newCondition = (is: ConditionName): SlipCondition => ({
  is,
  not: false,
  days: asksDays(is) ? 14 : null,
})

/** Everything a person wrote in a block: what is read by people first, what stands in codes after it. */
export const wordsOf = (block: TemplateBlock): { texts: string[]; codes: string[] } => {
  if (block.type === 'text') return { texts: [block.text], codes: [] }
  if (block.type === 'columns') return { texts: [block.left, block.right], codes: [] }
  if (block.type === 'qr' || block.type === 'bars') return { texts: [], codes: [block.content] }
  return { texts: [], codes: [] }
}
