import type { CommandSet } from './command.ts'
import { dleCommands } from './commands-dle.ts'
import { escCommands } from './commands-esc.ts'
import { fsCommands } from './commands-fs.ts'
import { gsCommands } from './commands-gs.ts'

export const textByte = 0
export const controlByte = 1
export const leadByte = 2

/** The sets of commands by the byte that introduces them. */
export const commandSets: ReadonlyMap<number, CommandSet> = new Map([
  [0x10, dleCommands],
  [0x1b, escCommands],
  [0x1c, fsCommands],
  [0x1d, gsCommands],
])

/**
 * What a byte is between two commands. Everything from 80h up is text in CP949 and in UTF-8 alike, and the
 * second byte of a CP949 character is never below 41h: so tokens do not depend on the encoding.
 */
export const byteClasses: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (commandSets.has(byte)) return leadByte
  return byte < 0x20 || byte === 0x7f ? controlByte : textByte
})
