import { anyPrintable, commandSet, only } from './command.ts'
import { byteAt, choose, fixed, longAt, sized, untilNul, wordAt } from './step.ts'

/** `GS V`: one byte, or two where m asks for a feed before the cut. */
const cut = sized(1, (bytes, at) => ([65, 66, 97, 98, 103, 104].includes(byteAt(bytes, at)) ? 1 : 0))

/** Longest data of a bar code: what the counted form can say. Data that never ends is left there. */
const longestBarCode = 255

/** `GS k`: m up to 6, then data up to a NUL; above, a length and that many. */
const barCode = choose(1, (bytes, at) =>
  byteAt(bytes, at) <= 6 ? untilNul(longestBarCode) : sized(1, byteAt),
)

/** m xL xH yL yH, then x·y bytes. */
const raster = sized(5, (bytes, at) => wordAt(bytes, at + 1) * wordAt(bytes, at + 3))

/** `GS *`: x y, then x·y·8 bytes. */
const downloadedImage = sized(2, (bytes, at) => byteAt(bytes, at) * byteAt(bytes, at + 1) * 8)

/** `GS C`: three bytes, but 7 for function 1 (31h) and 10 for function ; (3Bh). */
const counter = sized(1, (bytes, at) => ({ 0x31: 6, 0x3b: 9 })[byteAt(bytes, at)] ?? 2)

/** `GS D`: seven bytes, then a Windows bitmap: `BM` and its own size, which counts both. */
const bitmap = sized(13, (bytes, at) => Math.max(0, longAt(bytes, at + 9) - 6))

export const gsCommands = commandSet(
  'GS',
  [
    [': c FF', null],
    ['! / B E H I T a b f h j r w', fixed(1)],
    ['$ \\ L P W', fixed(2)],
    ['^ z', fixed(3)],
    ['g', fixed(4)],
    ['V', cut],
    ['k', barCode],
    ['*', downloadedImage],
    ['C', counter],
    ['D', bitmap],
  ],
  {
    '(': anyPrintable(sized(2, wordAt)),
    v: only('0', raster),
    Q: only('0', raster),
    '8': only('L', sized(4, longAt)),
  },
)
