import { anyPrintable, commandSet } from './command.ts'
import { byteAt, choose, fixed, repeated, sized, untilNul, wordAt } from './step.ts'

/** `ESC *`: m nL nH, then columns of one byte, or of three where m names a 24-dot mode. */
const bitImage = sized(3, (bytes, at) => {
  const mode = byteAt(bytes, at)
  return wordAt(bytes, at + 1) * (mode === 32 || mode === 33 ? 3 : 1)
})

/** `ESC &`: y c1 c2, then for each character from c1 to c2 its width x and x·y bytes. */
const ownCharacters = choose(3, (bytes, at) => {
  const tall = byteAt(bytes, at)
  const characters = byteAt(bytes, at + 2) - byteAt(bytes, at + 1) + 1
  return repeated(characters, 1, (head, place) => byteAt(head, place) * tall)
})

const mostTabs = 32

export const escCommands = commandSet(
  'ESC',
  [
    ['@ 2 < L S i m q v FF', null],
    // Italics of some vendors. Those met send no parameter; where one is sent it is 00 or 01, which then stands
    // as a byte that prints nothing. Taking one for granted would eat a letter.
    ['4 5', null],
    ['! SP - 3 % = ? a d e C E F G J K M R T U V r t u {', fixed(1)],
    ['$ \\ f c', fixed(2)],
    ['p', fixed(3)],
    ['W', fixed(8)],
    ['D', untilNul(mostTabs)],
    ['*', bitImage],
    ['&', ownCharacters],
  ],
  { '(': anyPrintable(sized(2, wordAt)) },
)
