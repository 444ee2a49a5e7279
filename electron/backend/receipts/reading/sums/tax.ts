import type { Entries, Entry } from './entries.ts'

export interface Tax {
  readonly supply: number | null
  readonly vat: number | null
  readonly exempt: number | null
  /** Whether it adds up to the total; null where the paper does not say enough. */
  readonly fits: boolean | null
}

const rounding = 2

const values = (entries: Entries, role: Entry['role']): number[] => {
  const own = entries.list.filter((entry) => entry.role === role && entry.section === 'main')
  const all =
    own.length > 0 ? own : entries.list.filter((entry) => entry.role === role && entry.section === 'card')
  return [...new Set(all.map((entry) => entry.value))].slice(0, 3)
}

const tenth = (gross: number, vat: number): boolean => Math.abs(Math.round(gross / 11) - vat) <= rounding

/**
 * Supply, VAT and exempt goods for a total. `과세금액` stands for the goods without their VAT on some
 * papers and with it on others: whichever adds up.
 * @param aside sums inside the total that carry no tax here (service, deposits).
 */
export const taxFor = (entries: Entries, total: number, aside: number): Tax => {
  const supplies = values(entries, 'supply')
  const vats = values(entries, 'vat')
  const exempts = values(entries, 'exempt')
  const supply = supplies[0] ?? null
  const vat = vats[0] ?? null
  const exempt = exempts[0] ?? null
  // Some tills print the tax of the goods before what is taken off in the end.
  const off = entries.list.filter(({ role, section }) => role === 'discount' && section === 'main')
  const before = off.map(({ value }) => -Math.abs(value))
  const extras = [...new Set([0, aside, ...before.slice(0, 3)])]
  for (const v of vats) {
    for (const s of supplies) {
      for (const e of exempts.length > 0 ? exempts : [0]) {
        const kept = exempts.length > 0 ? e : null
        for (const extra of extras) {
          if (s + v + e + extra === total) return { supply: s, vat: v, exempt: kept, fits: true }
          if (s + e + extra === total && v > 0 && tenth(s, v))
            return { supply: s - v, vat: v, exempt: kept, fits: true }
        }
      }
    }
  }
  if (vat !== null && supply === null) {
    const net = total - vat - (exempt ?? 0)
    const printed = vat !== 0 && values(entries, 'subtotal').includes(net)
    const fits = tenth(total - (exempt ?? 0), vat)
    return { supply: printed ? net : supply, vat, exempt, fits: fits ? true : null }
  }
  if (supply !== null && vat === null)
    return { supply, vat, exempt, fits: supply + (exempt ?? 0) === total ? true : null }
  if (exempt !== null && supply === null && vat === null)
    return { supply, vat, exempt, fits: exempt === total ? true : null }
  return { supply, vat, exempt, fits: supply === null ? null : false }
}
