/**
 * Wilson's 95 % interval for a share seen `right` times in `all`: honest near 1, where the plain one is not.
 * Shares from 0 to 1.
 */
export const wilson = (right: number, all: number): { readonly low: number; readonly high: number } => {
  if (all === 0) return { low: 0, high: 1 }
  const z = 1.959964
  const share = right / all
  const spread = (z * z) / all
  const middle = share + spread / 2
  const reach = z * Math.sqrt((share * (1 - share)) / all + spread / (4 * all))
  return { low: (middle - reach) / (1 + spread), high: Math.min(1, (middle + reach) / (1 + spread)) }
}
