import { useQuery } from '@tanstack/react-query'
import { queries } from '../../api/queries.ts'

export type Health = 'connected' | 'waiting' | 'away' | 'none'

const worst = (states: readonly string[]): Health => {
  if (states.includes('away')) return 'away'
  if (states.includes('connected')) return 'connected'
  return states.includes('waiting') ? 'waiting' : 'none'
}

/** How the POS line and the printers are, in one word each. */
export const useDevices = () => {
  const sources = useQuery(queries.sourceStatus)
  const printers = useQuery(queries.printerStatus)
  const listening = (sources.data ?? []).filter((one) => one.kind !== 'file' && one.connection !== 'off')
  const printing = (printers.data ?? []).filter((one) => one.connection !== 'off')
  return {
    ready: sources.data !== undefined && printers.data !== undefined,
    pos: worst(listening.map((one) => one.connection)),
    posProblem:
      listening.find((one) => one.connection === 'away')?.problem ??
      // A line that is heard, but not passed on to its printer.
      listening.find((one) => one.problem !== null)?.problem ??
      null,
    printer: worst(printing.map((one) => one.connection)),
    printerProblem: printing.find((one) => one.problem !== null)?.problem ?? null,
    canPrint: printing.length > 0,
    printsOnScreen: printing.some((one) => one.kind === 'screen'),
  }
}
