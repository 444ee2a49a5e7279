import { commandSet } from './command.ts'
import { byteAt, fixed, sized } from './step.ts'

/** `DLE EOT`: what is asked; 7, 8 and 18 ask with a second byte. */
const status = sized(1, (bytes, at) => ([7, 8, 18].includes(byteAt(bytes, at)) ? 1 : 0))

/** `DLE DC4`: by function: drawer pulse, power off, buzzer, status, clear buffers. */
const realTime = sized(1, (bytes, at) => ({ 1: 2, 2: 2, 3: 5, 7: 1, 8: 7 })[byteAt(bytes, at)] ?? 0)

export const dleCommands = commandSet('DLE', [
  ['EOT', status],
  ['ENQ', fixed(1)],
  ['DC4', realTime],
])
