import { initialsOf } from '#shared/hangul.ts'
import { type RowProblem, refuses } from '#shared/moving.ts'
import { lastFour } from '#shared/phone.ts'
import { refreshFigures } from '../customers/figures.service.ts'
import { emptyDetail } from '../customers/person/detail.ts'
import type { Granting } from '../loyalty/granting.service.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { filledDetail } from './fields/detail.ts'
import type { PersonDraft } from './fields/person-row.ts'
import { bringMore } from './more-in.service.ts'
import {
  addCard,
  addConsentRow,
  addPerson,
  addTag,
  cardTaken,
  customerAt,
  customerOfPhone,
  customersNamed,
  detailOf,
  hasCard,
  importWording,
  setDetail,
  setMemo,
  tagNamed,
  touchCustomer,
} from './people.repo.ts'
import { addImportRow, type Counts, gavePoints } from './runs.repo.ts'

/** What becomes of customers who are there already: left as they are, or given what is missing. */
export type Existing = 'skip' | 'complete'

export interface Bringing {
  readonly runId: number
  readonly digest: string
  readonly existing: Existing
  /** Of the whole run: whoever it made was changed last at this very time. */
  readonly at: number
  /** Business date. */
  readonly today: string
}

export interface JudgedPerson {
  readonly problems: readonly RowProblem[]
  readonly does: 'refuse' | 'leave' | 'add' | 'complete'
  readonly customerId: number | null
  /** Points that would be given. */
  readonly points: number
}

export const nothingCounted: Counts = { added: 0, completed: 0, receipts: 0, points: 0, refused: 0, known: 0 }

/** What the ledger says of a row: the same in the dry run and when it is written. */
export const judgePerson = (
  reader: Reader,
  draft: PersonDraft,
  { existing, digest }: Pick<Bringing, 'existing' | 'digest'>,
): JudgedPerson => {
  if (draft.problems.some(refuses))
    return { problems: draft.problems, does: 'refuse', customerId: null, points: 0 }
  const problems = [...draft.problems]
  const customerId =
    draft.phone === null
      ? (customersNamed(reader, draft.name).find(({ phone }) => phone === null)?.id ?? null)
      : customerOfPhone(reader, draft.phone)
  if (draft.card !== '' && cardTaken(reader, draft.card)) problems.push('card-taken')
  if (customerId === null) return { problems, does: 'add', customerId, points: draft.points }
  if (existing === 'skip') return { problems: [...problems, 'known'], does: 'leave', customerId, points: 0 }
  const again = draft.points > 0 && gavePoints(reader, customerId, digest)
  if (again) problems.push('points-again')
  return { problems, does: 'complete', customerId, points: again ? 0 : draft.points }
}

const wordings = {
  required:
    '다른 프로그램에서 옮겨 온 고객이에요. 개인정보를 모으고 쓰는 데에는 그때의 문구로 동의를 받았고, 그 기록은 가게가 가지고 있어요.',
  marketing:
    '다른 프로그램에서 옮겨 온 고객이에요. 광고를 받는 데에는 그때의 문구로 동의를 받았고, 그 기록은 가게가 가지고 있어요.',
} as const

const complete = (tx: Writer, draft: PersonDraft, id: number, at: number): string[] => {
  const known = customerAt(tx, id)
  const { row, filled } = filledDetail(detailOf(tx, id) ?? emptyDetail(id), draft)
  if (filled.length > 0) setDetail(tx, row)
  if (known?.memo === '' && draft.memo !== '') {
    setMemo(tx, id, draft.memo, at)
    return [...filled, 'memo']
  }
  return filled
}

/** Writes people, each inside the caller's unit of work. */
export const createPeopleIn = (ids: Ids, granting: Pick<Granting, 'openings'>) => {
  let found: { readonly runId: number; readonly ids: Map<keyof typeof wordings, number> } | null = null
  /** Looked for once a run; one that was made with this very row may still go with it. */
  const wordingOf = (
    tx: Writer,
    kind: keyof typeof wordings,
    { runId, at }: Bringing,
    newId: () => number,
  ): number => {
    if (found?.runId !== runId) found = { runId, ids: new Map() }
    const known = found.ids.get(kind)
    if (known !== undefined) return known
    const { id, made } = importWording(tx, kind, wordings[kind], at, newId)
    if (!made) found.ids.set(kind, id)
    return id
  }

  const add = (tx: Writer, draft: PersonDraft, bringing: Bringing): number => {
    const { at, today } = bringing
    const newId = (): number => ids.next(at)
    const id = newId()
    addPerson(
      tx,
      {
        id,
        name: draft.name,
        initials: initialsOf(draft.name),
        phone: draft.phone,
        last_four: draft.phone === null ? null : lastFour(draft.phone),
        memo: draft.memo,
        joined_on: draft.joinedOn ?? today,
        created_at: at,
        updated_at: at,
        left_at: null,
      },
      draft.points,
    )
    const { row, filled } = filledDetail(emptyDetail(id), draft)
    if (filled.length > 0) setDetail(tx, row)
    for (const kind of ['required', 'marketing'] as const) {
      if (kind === 'marketing' && draft.marketing !== true) continue
      const wording = wordingOf(tx, kind, bringing, newId)
      addConsentRow(tx, { id: newId(), customer_id: id, wording_id: wording, given: 1, how: 'import', at })
    }
    return id
  }

  const tagsAndCard = (tx: Writer, draft: PersonDraft, id: number, at: number): string[] => {
    const given = draft.tags.flatMap((name) => {
      const tag = tagNamed(tx, name, () => ids.next(at))
      return addTag(tx, id, tag) ? [`tag:${tag}`] : []
    })
    if (draft.card === '' || cardTaken(tx, draft.card) || hasCard(tx, id)) return given
    addCard(tx, draft.card, id, at)
    return [...given, 'card']
  }

  /** All of a run are given at one time, by one rule. */
  let opening: { readonly at: number; readonly give: ReturnType<Granting['openings']> } | null = null

  return {
    /** @returns what it adds to the run's sums. */
    bring(tx: Writer, draft: PersonDraft, bringing: Bringing): Counts {
      const { runId, at } = bringing
      const { does, customerId, points } = judgePerson(tx, draft, bringing)
      if (does === 'refuse') return { ...nothingCounted, refused: 1 }
      if (does === 'leave') return { ...nothingCounted, known: 1 }
      const id = customerId ?? add(tx, draft, bringing)
      const parts = customerId === null ? [] : complete(tx, draft, id, at)
      const more = bringMore(tx, ids, draft, id, at)
      const filled = [...parts, ...tagsAndCard(tx, draft, id, at), ...more]
      const row = { run_id: runId, line: draft.line, customer_id: id }
      if (customerId === null)
        addImportRow(tx, { ...row, what: 'customer', target_id: id, filled: more.join(',') })
      else if (filled.length > 0) {
        touchCustomer(tx, id, at)
        addImportRow(tx, { ...row, what: 'completed', target_id: id, filled: filled.join(',') })
      }
      if (points > 0) {
        if (opening?.at !== at) opening = { at, give: granting.openings(tx, at) }
        const action = opening.give(tx, id, points)
        addImportRow(tx, { ...row, what: 'points', target_id: action.id, filled: '' })
        if (customerId !== null) refreshFigures(tx, id)
      }
      if (customerId === null) return { ...nothingCounted, added: 1, points }
      const changed = filled.length > 0 || points > 0
      return { ...nothingCounted, completed: changed ? 1 : 0, known: changed ? 0 : 1, points }
    },
  }
}
export type PeopleIn = ReturnType<typeof createPeopleIn>
