import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import { DangolError } from '#shared/errors.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Reader } from '../../platform/db/statements.ts'
import type { Emit } from '../../platform/emit.ts'
import { countToReview, findPaper, paperBytes } from '../kept/paper.repo.ts'
import { papersOf } from '../paper/papers-of.ts'
import { profileFrom } from '../reading/profiles/profile.ts'
import { readPapers } from '../reading/read.ts'
import { linesOf } from '../reading/text/line.ts'
import type { ReceiptsService } from '../receipts.service.ts'
import type { Correcting } from './correcting.service.ts'
import { countedBytes } from './kept-papers.repo.ts'
import { writeLayoutFile } from './layout-file.port.ts'
import type { Layouts } from './layouts.service.ts'
import { profileIn, profileText, refuseKnownName } from './profile-file.ts'
import { readingRow } from './reading-row.ts'
import { encodingOf, paperIn, type Reread } from './reread.ts'
import type { Outcome, Rereading } from './rereading.service.ts'
import { teach, teachNotSale } from './teach.ts'

/** What the owner does with papers that nobody understood. */
export interface TeachingService {
  /** Throws `paper.not-found`, `paper.gone`. */
  preview(input: CallParsed<'teaching.preview'>): CallOutput<'teaching.preview'>
  /** Throws `teaching.bad-profile`. */
  tryOn(text: string): Promise<CallOutput<'teaching.tryOn'>>
  /** Throws `teaching.bad-profile`, `teaching.name-taken`. */
  save(text: string): Promise<CallOutput<'teaching.save'>>
  list(): CallOutput<'teaching.list'>
  /** Throws `teaching.not-found`. */
  remove(id: number): void
  /** As a file. Throws `teaching.not-found`, `ledger.io`. */
  export(id: number): CallOutput<'teaching.export'>
  /** Throws `teaching.bad-profile`, `teaching.name-taken`. */
  import(text: string): CallOutput<'teaching.import'>
  /** Throws `paper.not-found`, `paper.gone`, `teaching.cannot-correct`. */
  correct(input: CallParsed<'teaching.correct'>): CallOutput<'teaching.correct'>
}

export interface TeachingParts {
  readonly reader: Reader
  readonly clock: Clock
  readonly emit: Emit
  readonly layouts: Layouts
  readonly rereading: Rereading
  readonly correcting: Correcting
  readonly receipts: Pick<ReceiptsService, 'row'>
  /** Where exported files are put. */
  readonly exportFolder: string
}

/** A name for a profile that nobody has named yet. */
const unnamed = '새 종이'
/** Windows list no more anyway. */
const toldOfReceipts = 20
const mostRows = 100
const namesShown = 4
/** Receipts whose lines say nothing about a paper that is none. */
const comparedReceipts = 60

export const createTeaching = (parts: TeachingParts): TeachingService => {
  const { reader, clock, emit, layouts, rereading, correcting, receipts, exportFolder } = parts

  const printedPaper = (paperId: number): Pick<Reread, 'kept' | 'paper'> => {
    const row = findPaper(reader, paperId)
    if (row === undefined) throw new DangolError('paper.not-found')
    const bytes = paperBytes(reader, paperId)
    const kept = bytes === null ? null : { ...row, bytes }
    const paper = kept === null ? null : paperIn(kept)
    if (kept === null || paper === null) throw new DangolError('paper.gone')
    return { kept, paper }
  }

  const linesOfReceipts = (): Set<string> => {
    const lines = countedBytes(reader, comparedReceipts).flatMap(({ bytes, encoding }) =>
      papersOf(bytes, encodingOf(encoding)).flatMap((paper) => linesOf(paper).map((line) => line.compact)),
    )
    return new Set(lines)
  }

  const tell = (outcomes: readonly Outcome[], told: { left: number }): void => {
    for (const { entered, amendedId } of outcomes) {
      if (told.left <= 0) return
      told.left -= 1
      if (entered !== null && entered.receiptId !== null)
        emit('receipt.arrived', receipts.row(entered.receiptId))
      for (const id of [amendedId, entered?.refundedId ?? null]) {
        if (id !== null) emit('receipt.changed', receipts.row(id))
      }
    }
  }

  // Two at once would read the same papers twice.
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }

  return {
    preview({ paperId, marks, words, name = unnamed, notSale }) {
      const { kept, paper } = printedPaper(paperId)
      const profiles = layouts.profiles()
      const receivedAt = kept.received_at
      if (!notSale) {
        const lesson = teach({ paper, receivedAt, marks, words, name, profiles })
        return {
          reading: readingRow(lesson.reading),
          profile: lesson.profile === null ? null : profileText(lesson.profile),
          unclear: [...lesson.unclear],
        }
      }
      const profile = teachNotSale(paper, name, linesOfReceipts())
      const own = profile === null ? [] : [profileFrom(profile)]
      const [reading] = readPapers([paper], { receivedAt, profiles: [...own, ...profiles] })
      if (reading === undefined) throw new DangolError('paper.gone')
      return {
        reading: readingRow(reading),
        profile: profile === null ? null : profileText(profile),
        unclear: [],
      }
    },
    tryOn: (text) =>
      inTurn(async () => {
        const profile = profileIn(text)
        const others = layouts.profiles().filter((known) => known.name !== profile.name)
        const { all, looked } = await rereading.read([profileFrom(profile), ...others], profile.name)
        const outcomes = rereading.tryOn(all)
        const counts = countsOf(outcomes)
        const changes = outcomes.filter(({ change }) => change !== 'none')
        return {
          ...counts,
          unchanged: looked - changes.length,
          rows: changes.flatMap(rowOf).reverse().slice(0, mostRows),
        }
      }),
    save: (text) =>
      inTurn(async () => {
        const profile = profileIn(text)
        refuseKnownName(profile)
        const id = layouts.save(profile, clock.now())
        const { all } = await rereading.read(layouts.profiles(), profile.name)
        const outcomes: Outcome[] = []
        const told = { left: toldOfReceipts }
        await rereading.apply(all, (piece) => {
          outcomes.push(...piece)
          tell(piece, told)
        })
        if (outcomes.some(({ change }) => change !== 'none')) {
          emit('review.changed', { count: countToReview(reader) })
        }
        const { new: entered, changed, aside, asked } = countsOf(outcomes)
        return { id, entered, changed, aside, asked }
      }),
    list: () =>
      layouts.list().map(({ row, data }) => ({
        id: row.id,
        name: row.name,
        notSale: data.taught?.notSale ?? false,
        createdAt: row.created_at,
        updatedAt: row.updated_at,
      })),
    remove: (id) => layouts.remove(id),
    export(id) {
      const found = layouts.list().find(({ row }) => row.id === id)
      if (found === undefined) throw new DangolError('teaching.not-found')
      const name = found.row.name.replace(/[^\p{L}\p{N} _-]/gu, '').trim()
      const fileName = `${name === '' ? 'layout' : name}.dangol-layout.json`
      return { path: writeLayoutFile(exportFolder, fileName, profileText(found.data)) }
    },
    import(text) {
      const profile = profileIn(text)
      refuseKnownName(profile)
      return { name: profile.name, profile: profileText(profile) }
    },
    correct({ paperId, fields }) {
      const { receiptId, entered } = correcting.correct(printedPaper(paperId), fields)
      if (receiptId !== null) {
        emit(entered === null ? 'receipt.changed' : 'receipt.arrived', receipts.row(receiptId))
      }
      if (entered?.refundedId) emit('receipt.changed', receipts.row(entered.refundedId))
      emit('review.changed', { count: countToReview(reader) })
      return { receiptId }
    },
  }
}

const countsOf = (outcomes: readonly Outcome[]) => {
  const count = (change: Outcome['change']): number => outcomes.filter((one) => one.change === change).length
  return { new: count('new'), changed: count('changed'), aside: count('aside'), asked: count('asked') }
}

const rowOf = ({ reread: { kept, reading }, change }: Outcome): CallOutput<'teaching.tryOn'>['rows'] =>
  change === 'none'
    ? []
    : [
        {
          paperId: kept.id,
          receivedAt: kept.received_at,
          change,
          before: kept.total,
          after: reading.total,
          items: reading.items.slice(0, namesShown).map((item) => item.name),
        },
      ]
