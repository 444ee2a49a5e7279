import { createTill, type SimulatedLayout } from '#backend/devices/simulated/receipt-bytes.ts'
import type { EpochMs } from '#shared/dates.ts'

const layouts: readonly SimulatedLayout[] = ['A', 'A', 'B', 'C']

/**
 * Recordings of so many sales, in three layouts by turns, a minute apart.
 * @param firstNumber another one for each run on the same ledger, so that no sale comes twice.
 */
export const recordedSales = (count: number, from: EpochMs, firstNumber: number): Uint8Array[] => {
  const tills = layouts.map((layout, place) =>
    createTill({
      seed: firstNumber * 31 + place,
      layout,
      returns: 0,
      firstNumber: firstNumber + place * 1_000_000,
    }),
  )
  return Array.from({ length: count }, (_, index) => {
    const print = tills[index % tills.length]?.next(from + index * 60_000)
    return print?.bytes ?? new Uint8Array(0)
  })
}
