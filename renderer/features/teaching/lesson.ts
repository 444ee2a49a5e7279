import type { CallInput } from '#shared/contract/index.ts'

export type Mark = CallInput<'teaching.preview'>['marks'][number]
export type MarkRole = Mark['what']
export type TypedWord = NonNullable<CallInput<'teaching.preview'>['words']>[number]

/** What is asked for, one after the other; the last one is the name. */
export const steps = ['total', 'date', 'name', 'quantity', 'amount', 'number', 'cancel', 'reprint'] as const

/** May be left out. */
const optional: ReadonlySet<MarkRole> = new Set(['quantity', 'number', 'cancel', 'reprint'])
export const mayBeSkipped = (role: MarkRole): boolean => optional.has(role)

export interface LessonState {
  /** Index of the question; `steps.length` is the naming. */
  readonly step: number
  readonly marks: readonly Mark[]
  /** Typed, because they stand on other papers of this till. */
  readonly words: readonly TypedWord[]
}

export type LessonAct =
  | { readonly type: 'point'; readonly word: Pick<Mark, 'line' | 'start' | 'end'> }
  | { readonly type: 'say'; readonly text: string }
  | { readonly type: 'skip' }
  | { readonly type: 'ask'; readonly step: number }

export const newLesson: LessonState = { step: 0, marks: [], words: [] }

/** May be typed where it does not stand on this paper. */
export const isWord = (role: MarkRole): role is TypedWord['what'] => role === 'cancel' || role === 'reprint'

const roleAt = (step: number): MarkRole | null => steps[step] ?? null
const without = (marks: readonly Mark[], role: MarkRole): Mark[] => marks.filter(({ what }) => what !== role)

/** Pointing answers the question and goes on to the next one; an answer may be given again. */
export const lessonAfter = (state: LessonState, act: LessonAct): LessonState => {
  const role = roleAt(state.step)
  if (act.type === 'ask') return { ...state, step: Math.min(Math.max(0, act.step), steps.length) }
  if (role === null) return state
  const marks = without(state.marks, role)
  const words = state.words.filter(({ what }) => what !== role)
  const step = state.step + 1
  if (act.type === 'skip') return { step, marks, words }
  if (act.type === 'say') {
    return isWord(role) ? { step, marks, words: [...words, { what: role, text: act.text }] } : state
  }
  const { line, start, end } = act.word
  return { step, marks: [...marks, { what: role, line, start, end }], words }
}

/** Everything that has to be known has been pointed at. */
export const isAnswered = (marks: readonly Mark[]): boolean =>
  steps.every((role) => mayBeSkipped(role) || marks.some(({ what }) => what === role))
