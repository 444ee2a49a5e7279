import {
  Barcode,
  Columns2,
  Image,
  List,
  type LucideIcon,
  Minus,
  QrCode,
  Scissors,
  Space,
  Stamp,
  Type,
} from 'lucide-react'
import type { BlockType, SlipCondition, TemplateBlock } from '#shared/contract/slip-templates.ts'
import {
  barsOf,
  centred,
  columnsOf,
  cutHere,
  listOf,
  logoOf,
  qrOf,
  ruled,
  space,
  stampPicture,
} from '#shared/slips/blocks.ts'
import { asksDays } from '#shared/slips/conditions.ts'
import { listsFor, written } from '#shared/slips/fields.ts'
import type { SlipKind } from '#shared/slips/kinds.ts'
import type { Words } from '../../app/words.ts'

export const blockIcons: Readonly<Record<BlockType, LucideIcon>> = {
  text: Type,
  columns: Columns2,
  list: List,
  line: Minus,
  space: Space,
  logo: Image,
  stamps: Stamp,
  qr: QrCode,
  bars: Barcode,
  cut: Scissors,
}

/** A new block of that type as the editor begins it; null where that kind of slip has none. */
export const newBlock = (type: BlockType, kind: SlipKind, words: Words['t']): TemplateBlock | null => {
  const [list] = listsFor(kind)
  switch (type) {
    case 'text':
      return centred(words('slipEdit.newText'))
    case 'columns':
      return columnsOf(words('slipEdit.newLeft'), words('slipEdit.newRight'))
    case 'list':
      return list === undefined ? null : listOf(list)
    case 'line':
      return ruled()
    case 'space':
      return space()
    case 'logo':
      return logoOf(null)
    case 'stamps':
      return kind === 'proof' ? null : stampPicture()
    case 'qr':
      return qrOf(kind === 'coupon' ? written('couponCode') : 'https://')
    case 'bars':
      return barsOf(written(kind === 'coupon' ? 'couponCode' : 'slipNumber'))
    default:
      return cutHere()
  }
}

/** What a block says, in one line of the list. */
export const summaryOf = (block: TemplateBlock, { t }: Pick<Words, 't'>): string => {
  switch (block.type) {
    case 'text':
      return block.text.trim() === '' ? t('slipEdit.emptyText') : block.text.replaceAll('\n', ' / ')
    case 'columns':
      return [block.left, block.right].filter((part) => part !== '').join('  ···  ')
    case 'list':
      return t(`slipEdit.list.${block.of}`)
    case 'line':
      return t(`slipEdit.line.${block.look}`)
    case 'space':
      return t('slipEdit.spaceLines', { n: block.lines })
    case 'qr':
    case 'bars':
      return `${t(`slipEdit.block.${block.type}`)}  ${block.content}`
    default:
      return t(`slipEdit.block.${block.type}`)
  }
}

/** `쿠폰이 14일 안에 끝날 때만` */
export const conditionText = ({ is, not, days }: SlipCondition, { t }: Pick<Words, 't'>): string => {
  const what = asksDays(is) ? t(`slipEdit.when.${is}`, { days: days ?? 0 }) : t(`slipEdit.when.${is}`)
  return t(not ? 'slipEdit.unless' : 'slipEdit.onlyIf', { what })
}
