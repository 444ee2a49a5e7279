import type { HandlersOf } from '../../handlers.ts'
import type { TeachingService } from './teaching.service.ts'

/** @param teaching of the ledger that is open. */
export const teachingHandlers = (teaching: () => TeachingService): HandlersOf<'teaching'> => ({
  'teaching.preview': (input) => teaching().preview(input),
  'teaching.tryOn': ({ profile }) => teaching().tryOn(profile),
  'teaching.save': ({ profile }) => teaching().save(profile),
  'teaching.list': () => teaching().list(),
  'teaching.remove': ({ id }) => {
    teaching().remove(id)
    return {}
  },
  'teaching.export': ({ id }) => teaching().export(id),
  'teaching.import': ({ text }) => teaching().import(text),
  'teaching.correct': (input) => teaching().correct(input),
})
