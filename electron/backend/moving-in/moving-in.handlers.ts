import type { HandlersOf } from '../handlers.ts'
import type { MovingIn } from './moving-in.service.ts'

/** @param service of the ledger that is open. */
export const movingInHandlers = (service: () => MovingIn): HandlersOf<'moving'> => ({
  'moving.state': () => service().state(),
  'moving.begin': async ({ name, size }) => {
    await service().begin(name, size)
    return {}
  },
  'moving.part': ({ base64 }) => ({ received: service().part(base64) }),
  'moving.look': (at) => service().look(at),
  'moving.check': (plan) => {
    service().check(plan)
    return {}
  },
  'moving.problems': (page) => service().problems(page),
  'moving.run': () => {
    service().run()
    return {}
  },
  'moving.cancel': () => {
    service().cancel()
    return {}
  },
  'moving.leave': async () => {
    await service().leave()
    return {}
  },
  'moving.refused': ({ language }) => service().refused(language),
  'moving.runs': () => service().runs(),
  'moving.undo': ({ runId }) => {
    service().undo(runId)
    return {}
  },
})
