import { anyPrintable, commandSet } from './command.ts'
import { byteAt, choose, fixed, repeated, sized, wordAt } from './step.ts'

/** A character of one's own at 24×24 dots, after its two code bytes. */
const ownCharacter = 2 + 72

/** `FS q`: n images, each xL xH yL yH and x·y·8 bytes. */
const storedImages = choose(1, (bytes, at) =>
  repeated(byteAt(bytes, at), 4, (head, place) => wordAt(head, place) * wordAt(head, place + 2) * 8),
)

/** `FS a`: one byte, two for function 0 (30h). */
const pageNumber = sized(1, (bytes, at) => (byteAt(bytes, at) === 0x30 ? 1 : 0))

/** `FS g`: eight bytes; function 1 (31h) then carries the data that its last two count. */
const userMemory = sized(8, (bytes, at) => (byteAt(bytes, at) === 0x31 ? wordAt(bytes, at + 6) : 0))

export const fsCommands = commandSet(
  'FS',
  [
    ['& . L b c', null],
    ['! - C W', fixed(1)],
    ['S p ?', fixed(2)],
    ['a', pageNumber],
    ['q', storedImages],
    ['2', sized(1, () => ownCharacter - 1)],
    ['g', userMemory],
  ],
  { '(': anyPrintable(sized(2, wordAt)) },
)
