/** A slip of the bench as the ledger ends: the queue is done with it, or should be. */
export interface LedgerSlip {
  readonly number: string
  readonly copy: number
  readonly state: 'queued' | 'sent' | 'confirmed' | 'unknown' | 'failed'
  readonly settled: boolean
}

export interface Judgement {
  /** The ledger says that it came out, or still waits for ever; no paper shows it, and nobody was told. */
  readonly lost: readonly string[]
  /** On paper twice without another mark. */
  readonly doubled: readonly string[]
  /** On paper although it was called off. */
  readonly unwanted: readonly string[]
  /** On paper after one that was written down later. */
  readonly outOfOrder: number
  /** Nobody can know: of these, so many lie on paper whole. */
  readonly unknown: number
  readonly unknownPrinted: number
  readonly confirmed: number
}

interface Seen {
  begun: number
  whole: number
}

const keyOf = (number: string, copy: number): string => `${number}/${copy}`

/** What a paper shows: `재출력 2` before `전표 N` is the mark of its second copy, `끝 N` its last line. */
export const seenOn = (
  text: string,
): { readonly seen: ReadonlyMap<string, Seen>; readonly order: string[] } => {
  const seen = new Map<string, Seen>()
  const order: string[] = []
  let mark = 0
  let last = ''
  for (const [word, copy, number, end] of text.matchAll(
    /재출력 ?(\d*)|전표 (\d{8}-\d{4,})|끝 (\d{8}-\d{4,})/g,
  )) {
    if (number !== undefined) {
      last = keyOf(number, mark)
      mark = 0
      const one = seen.get(last) ?? { begun: 0, whole: 0 }
      one.begun += 1
      seen.set(last, one)
      order.push(last)
    } else if (end !== undefined) {
      const one = seen.get(last)
      if (one !== undefined && last.startsWith(`${end}/`)) one.whole += 1
    } else if (word.startsWith('재출력')) mark = copy === '' ? 1 : Number(copy)
  }
  return { seen, order }
}

/** Holds the ledger against the papers of all printers. */
export const judge = (ledger: readonly LedgerSlip[], papers: readonly string[]): Judgement => {
  const looks = papers.map(seenOn)
  const on = (slip: LedgerSlip): Seen => {
    const key = keyOf(slip.number, slip.copy)
    return looks.reduce(
      (sum, { seen }) => ({
        begun: sum.begun + (seen.get(key)?.begun ?? 0),
        whole: sum.whole + (seen.get(key)?.whole ?? 0),
      }),
      { begun: 0, whole: 0 },
    )
  }
  const names = (slips: readonly LedgerSlip[]): string[] =>
    slips.map((slip) => `${keyOf(slip.number, slip.copy)} ${slip.state}`)
  const toldOut = (slip: LedgerSlip): boolean => slip.state === 'confirmed' || slip.state === 'sent'
  const unknown = ledger.filter((slip) => slip.state === 'unknown')
  return {
    lost: names(ledger.filter((slip) => !slip.settled || (toldOut(slip) && on(slip).whole === 0))),
    doubled: names(ledger.filter((slip) => on(slip).begun > 1)),
    unwanted: names(ledger.filter((slip) => slip.state === 'failed' && on(slip).begun > 0)),
    outOfOrder: looks.reduce((sum, { order }) => sum + disorder(order), 0),
    unknown: unknown.length,
    unknownPrinted: unknown.filter((slip) => on(slip).whole > 0).length,
    confirmed: ledger.filter((slip) => slip.state === 'confirmed').length,
  }
}

/** First prints come out in the order of their numbers. */
const disorder = (order: readonly string[]): number => {
  const firsts = order.filter((key) => key.endsWith('/0'))
  return firsts.filter((key, place) => place > 0 && key < (firsts[place - 1] ?? '')).length
}
