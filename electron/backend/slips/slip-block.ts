/** A slip as lines that are already as wide as they will be printed. */
export type SlipBlock = TextBlock | QrBlock | BarBlock | PictureBlock | FeedBlock | CutBlock

export interface TextBlock {
  readonly type: 'text'
  /** In CP949, and at most `columns / width` wide. */
  readonly text: string
  readonly align: 'left' | 'center'
  /** Times the normal size, 1 to 8. */
  readonly width: number
  readonly height: number
  readonly bold: boolean
  readonly inverse: boolean
}

export interface QrBlock {
  readonly type: 'qr'
  /** ASCII. */
  readonly content: string
}

/** A bar code (CODE128). */
export interface BarBlock {
  readonly type: 'bars'
  /** ASCII; an even number of digits takes half the room. */
  readonly content: string
}

/** Dots, in the middle of the paper and at most as wide. */
export interface PictureBlock {
  readonly type: 'picture'
  /** A multiple of 8. */
  readonly widthDots: number
  readonly heightDots: number
  /** One bit a dot, row by row, 1 is black. */
  readonly bits: Uint8Array
}

/** The paper is cut here, and what follows is a piece of its own. */
export interface CutBlock {
  readonly type: 'cut'
}

export interface FeedBlock {
  readonly type: 'feed'
  readonly lines: number
}

type Look = Partial<Pick<TextBlock, 'align' | 'width' | 'height' | 'bold' | 'inverse'>>

export const textBlock = (text: string, look: Look = {}): TextBlock => ({
  type: 'text',
  text,
  align: 'left',
  width: 1,
  height: 1,
  bold: false,
  inverse: false,
  ...look,
})

export const feed = (lines = 1): FeedBlock => ({ type: 'feed', lines })

export const cutHere: CutBlock = { type: 'cut' }
