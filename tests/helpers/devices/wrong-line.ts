import type { LineSettings } from '#backend/devices/settings-finder/candidates.ts'

/** Levels of a line, one for each tick. */
const ticksPerSecond = 4_608_000 / 4

const paritySign = (byte: number, bits: number, parity: 'even' | 'odd'): number => {
  let ones = 0
  for (let bit = 0; bit < bits; bit += 1) ones += (byte >> bit) & 1
  return parity === 'even' ? ones & 1 : 1 - (ones & 1)
}

const bitsOf = (byte: number, { dataBits, parity, stopBits }: LineSettings): number[] => [
  0,
  ...Array.from({ length: dataBits }, (_, bit) => (byte >> bit) & 1),
  ...(parity === 'none' ? [] : [paritySign(byte, dataBits, parity)]),
  ...Array.from({ length: stopBits }, () => 1),
]

/**
 * What a receiver hears that is set otherwise than the sender: the bits go over a line as levels in time and are
 * sampled as a UART does it, in the middle of each bit after a falling edge. Bytes with a wrong stop bit or parity
 * are left out, as the systems' drivers do; `keepBroken` hands them on, as some do.
 */
export const heardAs = (
  bytes: Uint8Array,
  sent: LineSettings,
  heard: LineSettings,
  keepBroken = false,
): Uint8Array => {
  const levels: { until: number; level: number }[] = []
  const sentBit = ticksPerSecond / sent.baudRate
  let time = 10 * sentBit
  levels.push({ until: time, level: 1 })
  for (const byte of bytes) {
    for (const level of bitsOf(byte, sent)) {
      time += sentBit
      levels.push({ until: time, level })
    }
  }
  levels.push({ until: Number.POSITIVE_INFINITY, level: 1 })

  let place = 0
  const levelAt = (at: number): number => {
    while ((levels[place]?.until ?? Number.POSITIVE_INFINITY) <= at) place += 1
    return levels[place]?.level ?? 1
  }
  const bit = ticksPerSecond / heard.baudRate
  const out: number[] = []
  let now = 0
  while (now < time) {
    if (levelAt(now) === 1) {
      // To the next edge.
      const edge = levels[place]?.until ?? time
      if (edge >= time) break
      now = edge
      continue
    }
    const start = now
    const sample = (index: number): number => levelAt(start + (index + 0.5) * bit)
    let byte = 0
    for (let index = 0; index < heard.dataBits; index += 1) byte |= sample(1 + index) << index
    const extra = heard.parity === 'none' ? 0 : 1
    const parityRight =
      heard.parity === 'none' || sample(1 + heard.dataBits) === paritySign(byte, heard.dataBits, heard.parity)
    const stop = sample(1 + heard.dataBits + extra)
    if (keepBroken || (stop === 1 && parityRight)) out.push(byte)
    now = start + (1.5 + heard.dataBits + extra) * bit
    // After a broken frame the receiver waits for the line to be at rest.
    if (stop === 0) while (levelAt(now) === 0 && now < time) now = levels[place]?.until ?? time
  }
  return Uint8Array.from(out)
}
