/** A slip as lines that are already as wide as they will be printed. */
export type SlipBlock = TextBlock | QrBlock | BarBlock | FeedBlock

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

/** A bar code of digits (CODE128, subset C): an even number of them. */
export interface BarBlock {
  readonly type: 'bars'
  readonly digits: string
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
