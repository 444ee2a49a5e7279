import { byteAt, wordAt } from '../escpos/step.ts'
import type { Token } from '../escpos/token.ts'
import { cellsIn, cellsOf } from './cells.ts'
import { type Code, codeOf, type StoredCodes } from './codes.ts'
import { linesFed } from './effects.ts'
import { isImageCommand, type Picture, pictureOf, type StoredPictures } from './images.ts'
import { type Align, finishLine, type LineInPrint, newLine, put } from './line.ts'
import { type Looks, looksAfter, plainLooks } from './look.ts'
import type { PaperCode, PaperImage, PaperLine } from './paper.ts'
import { defaultTabs, lastColumn, nextStop, type Tabs, tabsOf } from './tabs.ts'

/** Dots of one cell in the usual font, for positions given in dots. */
const dotsOfACell = 12

const aligns: readonly Align[] = ['left', 'center', 'right']

/** Sets the lines of one paper, as the printer would: text, places, looks, pictures and codes. */
export class Typesetter {
  readonly lines: PaperLine[] = []
  readonly images: PaperImage[] = []
  readonly codes: PaperCode[] = []
  #line: LineInPrint = newLine()
  #looks: Looks = plainLooks
  #align: Align = 'left'
  #tabs: Tabs = defaultTabs
  /** CR has just ended a line: the LF of the pair must not end another. */
  #afterReturn = false
  /** Only a slice of a picture stands in this line: its line feed makes no line of text. */
  #onlyPicture = false
  /** In page mode, the line at which the page began: CAN takes back to it. */
  #pageFrom: number | null = null
  #pictures: StoredPictures = { graphics: null, downloaded: null }
  #symbols: StoredCodes = new Map()

  text(text: string): void {
    const { narrow, wide } = this.#looks
    this.#afterReturn = false
    if (narrow === wide) {
      put(this.#line, text, cellsIn(text), narrow, this.#align)
      return
    }
    // Characters of one and of two cells differ in size: each stretch of a kind is put by itself.
    for (const [stretch] of text.matchAll(/[\u0000-\u007f]+|[^\u0000-\u007f]+/gu)) {
      const first = stretch.codePointAt(0) ?? 0
      put(this.#line, stretch, cellsIn(stretch), cellsOf(first) === 2 ? wide : narrow, this.#align)
    }
  }

  control(byte: number): void {
    if (byte === 0x09) {
      this.#line.column = nextStop(this.#tabs, this.#line.column)
      this.#afterReturn = false
    } else if (byte === 0x0d) this.#carriageReturn()
    else if (byte === 0x0a) this.#lineFeed()
    else if (byte === 0x0b || byte === 0x0c) this.#endUnlessEmpty()
    else if (byte === 0x18 && this.#pageFrom !== null) this.#cancelPage(this.#pageFrom)
  }

  /** Everything but text and single bytes. */
  command(token: Token): void {
    if (isImageCommand(token.type)) return this.#picture(token, pictureOf(token, this.#pictures))
    if (token.truncated) return
    const looks = looksAfter(this.#looks, token.type, byteAt(token.bytes, 2))
    if (looks !== null) this.#looks = looks
    switch (token.type) {
      case 'ESC @':
        this.#endUnlessEmpty()
        this.#align = 'left'
        this.#tabs = defaultTabs
        this.#pageFrom = null
        break
      case 'ESC a':
        this.#align = aligns[byteAt(token.bytes, 2) % 0x30] ?? this.#align
        break
      case 'ESC D':
        this.#tabs = tabsOf(token.bytes)
        break
      case 'ESC $':
        this.#moveTo(wordAt(token.bytes, 2))
        break
      case 'ESC \\':
        this.#moveBy(wordAt(token.bytes, 2))
        break
      case 'ESC d':
      case 'ESC J':
        this.#feed(linesFed(token))
        break
      case 'ESC K':
      case 'ESC e':
      case 'GS $':
      case 'GS \\':
        this.#endUnlessEmpty()
        break
      case 'ESC L':
        this.#endUnlessEmpty()
        this.#pageFrom = this.lines.length
        break
      case 'ESC S':
        this.#endUnlessEmpty()
        this.#pageFrom = null
        break
      case 'ESC FF':
        this.#endUnlessEmpty()
        break
      default:
        this.#code(codeOf(token, this.#symbols))
    }
  }

  /** Ends the last line; blank lines at the foot of the paper are not kept. */
  finish(): void {
    this.#endUnlessEmpty()
    while (this.lines.at(-1)?.runs.length === 0) this.lines.pop()
  }

  #isEmpty(): boolean {
    return this.#line.runs.length === 0
  }

  #end(): void {
    this.lines.push(finishLine(this.#line))
    this.#line = newLine()
  }

  #endUnlessEmpty(): void {
    if (this.#isEmpty()) this.#line.column = 0
    else this.#end()
    this.#onlyPicture = false
  }

  #carriageReturn(): void {
    if (this.#isEmpty()) return
    this.#end()
    this.#afterReturn = true
  }

  #lineFeed(): void {
    if (this.#afterReturn || (this.#onlyPicture && this.#isEmpty())) this.#line.column = 0
    else this.#end()
    this.#afterReturn = false
    this.#onlyPicture = false
  }

  /** @param lines ended by the feed: the one in print, and blank ones after it. */
  #feed(lines: number): void {
    for (let i = 0; i < lines; i++) this.#end()
    this.#afterReturn = false
    this.#onlyPicture = false
  }

  #moveTo(dots: number): void {
    this.#line.column = Math.min(lastColumn, Math.round(dots / dotsOfACell))
  }

  /** @param dots as two bytes; the upper half is negative. */
  #moveBy(dots: number): void {
    const cells = Math.round((dots < 0x8000 ? dots : dots - 0x10000) / dotsOfACell)
    this.#line.column = Math.max(0, Math.min(lastColumn, this.#line.column + cells))
  }

  #cancelPage(from: number): void {
    this.lines.length = Math.min(from, this.lines.length)
    this.#line = newLine()
  }

  #picture(token: Token, picture: Picture | null): void {
    if (picture === null) return
    // ESC * stands within its line; every other picture ends the line before it.
    if (token.type === 'ESC *') this.#onlyPicture = true
    else this.#endUnlessEmpty()
    this.images.push({ line: this.lines.length, ...picture })
  }

  #code(code: Code | null): void {
    if (code === null) return
    this.#endUnlessEmpty()
    this.codes.push({ line: this.lines.length, ...code })
  }
}
