import type { HandlersOf } from '../handlers.ts'
import type { Health } from './health.service.ts'

export const healthHandlers = (health: () => Health): HandlersOf<'health'> => ({
  'health.state': () => health().state(),
  'health.run': () => health().run(),
})
