/** What stood on the paper, as a person would see it. Columns are half-width cells; Hangul takes two. */
export interface Paper {
  readonly lines: readonly PaperLine[]
  /** Where in its stream this paper began and ended (bytes, end exclusive). */
  readonly from: number
  readonly to: number
  readonly endedBy: 'cut' | 'gap' | 'close' | 'limit'
  /** Raster or bit images, and the pixels they cover. */
  readonly images: readonly PaperImage[]
  readonly codes: readonly PaperCode[]
  readonly drawerPulses: number
  /** Text that went to the customer display (`ESC = 2`), never to paper. */
  readonly display: readonly string[]
}

export interface PaperLine {
  /** Plain text as it stands in columns; trailing blanks removed. */
  readonly text: string
  readonly runs: readonly PaperRun[]
  readonly align: 'left' | 'center' | 'right'
}

/** A stretch of text of one look. */
export interface PaperRun {
  readonly text: string
  /** First column, 0-based, in half-width cells of single width. */
  readonly column: number
  /** 1 to 8 times. */
  readonly width: number
  readonly height: number
  readonly bold: boolean
  readonly underline: boolean
  readonly inverse: boolean
}

export interface PaperImage {
  /** The line before which it stands. */
  readonly line: number
  readonly widthDots: number
  readonly heightDots: number
  /** One bit a dot, rows padded to bytes, 1 = black; null where it was too large to keep. */
  readonly bits: Uint8Array | null
}

export interface PaperCode {
  readonly line: number
  readonly symbology: string
  readonly text: string
}
