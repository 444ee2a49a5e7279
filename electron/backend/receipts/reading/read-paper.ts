import type { EpochMs } from '#shared/dates.ts'
import type { Paper } from '../paper/paper.ts'
import { confidenceIn, type Evidence, kindConfidence, problemsOf } from './confidence.ts'
import { businessNumberOn } from './facts/business-number.ts'
import { issuedOn } from './facts/dates.ts'
import { copyMarkOn, isReprint } from './facts/marks.ts'
import { numbersOn } from './facts/numbers.ts'
import { storeOn } from './facts/store.ts'
import type { Naming } from './items/names.ts'
import { type Judged, judgedItems, readItems } from './items/read-items.ts'
import { type Region, regionOf } from './items/region.ts'
import { type Kind, kindOf } from './kind/kind.ts'
import { holdsSecondSale } from './kind/second-sale.ts'
import { type Signals, signalsOf } from './kind/signals.ts'
import type { Profile } from './profiles/profile.ts'
import { isCountable, type Reading } from './reading.ts'
import { asRefund } from './refund.ts'
import { type Entries, entriesOf } from './sums/entries.ts'
import { isNegative } from './sums/polarity.ts'
import { taughtDate } from './taught/date.ts'
import { taughtKind, taughtSignals } from './taught/kind.ts'
import { taughtRegion } from './taught/list.ts'
import { saysOneOf, taughtNumber } from './taught/words.ts'
import { type Line, linesOf } from './text/line.ts'
import { negated } from './text/negate.ts'
import { commonLexicon, type Lexicon } from './vocabulary/lexicon.ts'

interface Summed {
  readonly region: Region | null
  readonly judged: Judged
  readonly negative: boolean
}

const entriesBeside = (lines: readonly Line[], region: Region | null, lexicon: Lexicon): Entries =>
  entriesOf(lines, lexicon, (index) => region !== null && index >= region.start && index < region.end)

const original = /^[^가-힣]*원(거래|영수증|승인|판매)/

/** The lines beside the list: an article's code or a best-before date says nothing about the paper. */
const outside = (lines: readonly Line[], region: Region | null): readonly Line[] =>
  region === null
    ? lines
    : lines.filter(
        (line) => line.index < region.start || line.index >= region.end || original.test(line.compact),
      )

const profileFor = (lines: readonly Line[], profiles: readonly Profile[]): Profile | null => {
  if (profiles.length === 0) return null
  const packed = lines.map((line) => line.compact).join('\n')
  return profiles.find((profile) => profile.matches(packed)) ?? null
}

/** Finds the list, the sums and their sign, and lets the arithmetic judge. */
const summed = (lines: readonly Line[], profile: Profile | null): Summed => {
  const lexicon = profile?.lexicon ?? commonLexicon
  const columns = profile?.columns ?? []
  const region = taughtRegion(lines, lexicon, profile?.taught?.list ?? null) ?? regionOf(lines, lexicon)
  const entries = entriesBeside(lines, region, lexicon)
  if (!isNegative(entries))
    return { region, judged: judgedItems(lines, region, entries, lexicon, columns), negative: false }
  const turned = negated(lines)
  const judged = judgedItems(turned, region, entriesBeside(turned, region, lexicon), lexicon, columns)
  return { region, judged, negative: true }
}

const kindFrom = (
  paper: Paper,
  signals: Signals,
  sums: Summed,
  copyMark: boolean,
  profile: Profile | null,
): Kind => {
  const { listed, verdict } = sums.judged
  const found = kindOf(paper, signals, {
    items: listed.items.length,
    priced: listed.items.filter((item) => item.amount !== 0).length,
    total: verdict.total !== null,
    balanced: verdict.balanced,
    paid: verdict.paid.fits === true,
    negative: sums.negative,
    tax: verdict.tax.vat !== null || verdict.tax.supply !== null,
    copyMark,
  })
  const own = profile?.kind ?? null
  const either = found.kind === 'sale' || found.kind === 'order'
  const likely: Kind = own !== null && either ? { kind: own, problem: null } : found
  const whole = listed.items.length > 0 && verdict.total !== null
  return taughtKind(likely, profile?.taught ?? null, signals, whole)
}

/** Reads one paper; never throws, whatever was printed. */
export const readPaper = (paper: Paper, receivedAt: EpochMs, profiles: readonly Profile[]): Reading => {
  const lines = linesOf(paper)
  const profile = profileFor(lines, profiles)
  const taught = profile?.taught ?? null
  const sums = summed(lines, profile)
  const copy = copyMarkOn(
    lines,
    sums.judged.listed.items.length > 0 ? (sums.region?.end ?? lines.length) : lines.length,
  )
  const signals = taughtSignals(signalsOf(lines), lines, taught)
  const { kind, problem } = kindFrom(paper, signals, sums, copy !== null, profile)
  const { verdict } = sums.judged
  const counted = isCountable(kind)
  const beside = outside(lines, sums.region)
  const issuedAt =
    taughtDate(lines, taught?.date ?? null, receivedAt) ?? issuedOn(beside, receivedAt)?.at ?? null
  const numbers = numbersOn(beside)
  const header = sums.region?.header ?? null
  const naming: Naming = {
    numberColumn: header?.columns.some((column) => column.role === 'number') ?? false,
    marks: profile?.nameMarks ?? '',
  }
  const items = counted || kind === 'kitchen' ? readItems(sums.judged, naming) : []
  const evidence: Evidence = {
    judged: sums.judged,
    dated: issuedAt !== null,
    header: header !== null,
    profile: profile !== null,
    truncated: paper.endedBy === 'limit',
    open: paper.endedBy !== 'cut',
    onAccount: signals.onAccount,
    second: counted && holdsSecondSale(lines, profile?.lexicon ?? commonLexicon, receivedAt),
    named: items.every((item) => item.name !== ''),
  }
  const summing = counted || kind === 'card-slip'
  const reading: Reading = {
    kind,
    profile: profile?.name ?? null,
    confidence: counted ? confidenceIn(evidence) : kindConfidence(kind),
    copy: copy ?? (kind === 'kitchen' && signals.kitchen ? 'kitchen' : null),
    copyOf: null,
    reprint: isReprint(lines) || saysOneOf(lines, taught?.reprintWords ?? []),
    store: storeOn(
      lines,
      counted || kind === 'card-slip' ? (header?.first ?? sums.region?.start ?? lines.length) : 0,
    ),
    businessNumber: businessNumberOn(lines),
    issuedAt,
    ...numbers,
    receiptNumber: taughtNumber(lines, taught?.numberLabel ?? null) ?? numbers.receiptNumber,
    items,
    discount: counted ? verdict.discount : 0,
    supply: summing ? verdict.tax.supply : null,
    vat: summing ? verdict.tax.vat : null,
    exempt: summing ? verdict.tax.exempt : null,
    total: summing ? verdict.total : null,
    payments: payments(kind, sums.judged, signals.cashReceipt && !signals.cardTitle),
    lines: paper.lines.map((line) => line.text),
    problems: problems(kind, problem, evidence),
  }
  return kind === 'refund' || problem === 'payment-cancelled' ? asRefund(reading) : reading
}

/** @param cash the slip is a cash receipt's, not a card's. */
const payments = (kind: Reading['kind'], { verdict }: Judged, cash: boolean): Reading['payments'] => {
  if (isCountable(kind)) return verdict.paid.payments
  if (kind !== 'card-slip' || verdict.total === null) return []
  if (cash) return [{ method: 'cash', amount: verdict.total }]
  return verdict.paid.fits === true ? verdict.paid.payments : [{ method: 'card', amount: verdict.total }]
}

const problems = (kind: Reading['kind'], problem: string | null, evidence: Evidence): string[] => {
  const own = isCountable(kind) ? problemsOf(evidence) : []
  return problem === null ? own : [problem, ...own]
}
