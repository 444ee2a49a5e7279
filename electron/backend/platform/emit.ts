import type { EventName, EventPayload } from '#shared/contract/index.ts'

/** Tells every window. Call it after the commit: what was told cannot be rolled back. */
export type Emit = <E extends EventName>(name: E, payload: EventPayload<E>) => void
