import type { CallInput } from '#shared/contract/index.ts'

export type Mark = CallInput<'teaching.preview'>['marks'][number]
export type MarkRole = Mark['what']

/** What is asked for, one after the other; the last one is the name. */
export const steps = ['total', 'date', 'name', 'quantity', 'amount', 'number', 'cancel', 'reprint'] as const

/** May be left out. */
const optional: ReadonlySet<MarkRole> = new Set(['quantity', 'number', 'cancel', 'reprint'])
export const mayBeSkipped = (role: MarkRole): boolean => optional.has(role)

export interface LessonState {
  /** Index of the question; `steps.length` is the naming. */
  readonly step: number
  readonly marks: readonly Mark[]
}

export type LessonAct =
  | { readonly type: 'point'; readonly word: Pick<Mark, 'line' | 'start' | 'end'> }
  | { readonly type: 'skip' }
  | { readonly type: 'ask'; readonly step: number }

export const newLesson: LessonState = { step: 0, marks: [] }

const roleAt = (step: number): MarkRole | null => steps[step] ?? null
const without = (marks: readonly Mark[], role: MarkRole): Mark[] => marks.filter(({ what }) => what !== role)

/** Pointing answers the question and goes on to the next one; an answer may be given again. */
export const lessonAfter = (state: LessonState, act: LessonAct): LessonState => {
  const role = roleAt(state.step)
  if (act.type === 'ask') return { ...state, step: Math.min(Math.max(0, act.step), steps.length) }
  if (role === null) return state
  const rest = without(state.marks, role)
  if (act.type === 'skip') return { step: state.step + 1, marks: rest }
  const { line, start, end } = act.word
  return { step: state.step + 1, marks: [...rest, { what: role, line, start, end }] }
}

/** Everything that has to be known has been pointed at. */
export const isAnswered = (marks: readonly Mark[]): boolean =>
  steps.every((role) => mayBeSkipped(role) || marks.some(({ what }) => what === role))
