import type { SerialSettings } from '../serial-settings.ts'

/** Settings of a line without its port. One stop bit: a line with two reads the same. */
export type LineSettings = Omit<SerialSettings, 'path'>

/** By how often POS and printers are set so. */
const speeds = [9600, 115_200, 19_200, 38_400, 57_600, 4800, 128_000]

const of = (baudRate: number, dataBits: 7 | 8, parity: LineSettings['parity']): LineSettings => ({
  baudRate,
  dataBits,
  parity,
  stopBits: 1,
})

/**
 * What is tried, the likeliest first. Seven data bits carry no Hangul and are tried last, with the speeds of the
 * old machines that are set so.
 */
export const candidates: readonly LineSettings[] = [
  ...speeds.map((speed) => of(speed, 8, 'none')),
  ...speeds.map((speed) => of(speed, 8, 'even')),
  ...speeds.map((speed) => of(speed, 8, 'odd')),
  ...[9600, 19_200, 4800].flatMap((speed) => [of(speed, 7, 'even'), of(speed, 7, 'odd')]),
]
