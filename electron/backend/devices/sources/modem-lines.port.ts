import type { SerialLine } from '../serial-line.port.ts'
import { createModemRelay } from './modem-relay.ts'

/** The driver tells of no change: the lines are looked at so often. */
const lookMs = 40

/**
 * Carries DSR/CTS of each port over to DTR/RTS of the other until stopped. Ends by itself where a port has no such
 * lines (a pseudo-terminal).
 */
export const relayModemLines = (pos: SerialLine, printer: SerialLine): { stop(): void } => {
  const relay = createModemRelay()
  let timer: NodeJS.Timeout | null = null
  let stopped = false
  const look = async (): Promise<void> => {
    const [heardOfPos, heardOfPrinter] = await Promise.all([pos.heard(), printer.heard()])
    if (stopped || (heardOfPos === null && heardOfPrinter === null)) return
    const said = relay.crossed(heardOfPos, heardOfPrinter)
    if (said.pos !== null) pos.say(said.pos)
    if (said.printer !== null) printer.say(said.printer)
    timer = setTimeout(() => void look(), lookMs)
  }
  void look()
  return {
    stop() {
      stopped = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}
