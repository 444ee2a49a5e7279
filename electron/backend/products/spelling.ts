/**
 * One form of a name for all that differ only in signs: `아메리카노 ( ICE )`, `아메리카노（ice）` and `아메리카노(ICE)`.
 * Whoever means the same by other words is asked (see `proposals`).
 */
export const spellingOf = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
