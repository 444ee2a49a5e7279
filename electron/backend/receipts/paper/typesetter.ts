import type { Token } from '../escpos/token.ts'
import { cellsIn, cellsOf } from './cells.ts'
import type { Code, StoredCodes } from './codes.ts'
import type { Picture, StoredPictures } from './images.ts'
import { type Align, finishLine, type LineInPrint, newLine, put } from './line.ts'
import { changed, type LookChange, type LookCode, plainLook } from './look.ts'
import type { PaperCode, PaperImage, PaperLine } from './paper.ts'
import { defaultTabs, lastColumn, nextStop, type Tabs } from './tabs.ts'

/** Dots of one cell in the usual font, for positions given in dots. */
const dotsOfACell = 12

const stretchesOfAKind = /[\u0000-\u007f]+|[^\u0000-\u007f]+/gu

/** Sets the lines of one paper, as the printer would: text, places, looks, pictures and codes. */
export class Typesetter {
  readonly lines: PaperLine[] = []
  readonly images: PaperImage[] = []
  readonly codes: PaperCode[] = []
  readonly storedPictures: StoredPictures = { graphics: null, downloaded: null }
  readonly storedCodes: StoredCodes = new Map()
  align: Align = 'left'
  tabs: Tabs = defaultTabs

  #line: LineInPrint = newLine()
  /** Of characters of one byte, and of two: `FS !` can make them differ. */
  #narrow: LookCode = plainLook
  #wide: LookCode = plainLook
  /** CR has just ended a line: the LF of the pair must not end another. */
  #afterReturn = false
  /** Only a slice of a picture stands in this line: its line feed makes no line of text. */
  #onlyPicture = false
  /** In page mode, the line at which the page began: CAN takes back to it. */
  #pageFrom: number | null = null

  /** @param cells of the text at single width. */
  text(text: string, cells: number): void {
    this.#afterReturn = false
    if (this.#narrow === this.#wide) {
      put(this.#line, text, cells, this.#narrow, this.align)
      return
    }
    for (const [stretch] of text.matchAll(stretchesOfAKind)) {
      const look = cellsOf(stretch.codePointAt(0) ?? 0) === 2 ? this.#wide : this.#narrow
      put(this.#line, stretch, cellsIn(stretch), look, this.align)
    }
  }

  changeLook(change: LookChange, n: number): void {
    this.#wide = changed(this.#wide, change, n)
    if (!change.wideOnly) this.#narrow = changed(this.#narrow, change, n)
  }

  /** `ESC @`: everything as after switching on. What stands in the line is kept, though a printer drops it. */
  reset(): void {
    this.endUnlessEmpty()
    this.align = 'left'
    this.tabs = defaultTabs
    this.#narrow = plainLook
    this.#wide = plainLook
    this.#pageFrom = null
  }

  tab(): void {
    this.#line.column = nextStop(this.tabs, this.#line.column)
    this.#afterReturn = false
  }

  /** @param dots from the left edge. */
  moveTo(dots: number): void {
    this.#line.column = Math.min(lastColumn, Math.round(dots / dotsOfACell))
  }

  /** @param dots as two bytes; the upper half is negative. */
  moveBy(dots: number): void {
    const cells = Math.round((dots < 0x8000 ? dots : dots - 0x10000) / dotsOfACell)
    this.#line.column = Math.max(0, Math.min(lastColumn, this.#line.column + cells))
  }

  /** CR ends a line that holds something: some POS send it alone, others before the LF, others after it. */
  carriageReturn(): void {
    if (this.#isEmpty()) this.#line.column = 0
    else {
      this.#end()
      this.#afterReturn = true
    }
  }

  lineFeed(): void {
    if (this.#afterReturn || (this.#onlyPicture && this.#isEmpty())) this.#line.column = 0
    else this.#end()
    this.#afterReturn = false
    this.#onlyPicture = false
  }

  /** @param lines ended by the feed: the one in print, and blank ones after it. */
  feed(lines: number): void {
    for (let i = 0; i < lines; i++) this.#end()
    this.#afterReturn = false
    this.#onlyPicture = false
  }

  endUnlessEmpty(): void {
    if (this.#isEmpty()) this.#line.column = 0
    else this.#end()
    this.#onlyPicture = false
  }

  beginPage(): void {
    this.endUnlessEmpty()
    this.#pageFrom = this.lines.length
  }

  endPage(): void {
    this.endUnlessEmpty()
    this.#pageFrom = null
  }

  /** CAN drops the page that was being built; in standard mode it does nothing. */
  cancelPage(): void {
    if (this.#pageFrom === null) return
    this.lines.length = Math.min(this.#pageFrom, this.lines.length)
    this.#line = newLine()
  }

  picture(token: Token, picture: Picture | null): void {
    if (picture === null) return
    // ESC * stands within its line; every other picture ends the line before it.
    if (token.type === 'ESC *') this.#onlyPicture = true
    else this.endUnlessEmpty()
    this.images.push({ line: this.lines.length, ...picture })
  }

  code(code: Code | null): void {
    if (code === null) return
    this.endUnlessEmpty()
    this.codes.push({ line: this.lines.length, ...code })
  }

  /** Ends the last line; blank lines at the foot of the paper are not kept. */
  finish(): void {
    this.endUnlessEmpty()
    while (this.lines.at(-1)?.runs.length === 0) this.lines.pop()
  }

  #isEmpty(): boolean {
    return this.#line.runs.length === 0
  }

  #end(): void {
    this.lines.push(finishLine(this.#line))
    this.#line = newLine()
  }
}
