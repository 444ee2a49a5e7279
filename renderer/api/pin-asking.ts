import type { Role } from '#shared/roles.ts'

export interface PinWanted {
  readonly role: Role
  /** Somebody spends more than this in a day, points or won; null where the deed itself asks. */
  readonly limit: number | null
}

/** Asks whoever stands here for their PIN; true once somebody may act in that role. */
export type AskPin = (wanted: PinWanted) => Promise<boolean>

let ask: AskPin | null = null

/** The window that can show a pad says so; answers the function that takes it back. */
export const answerPins = (by: AskPin): (() => void) => {
  ask = by
  return () => {
    if (ask === by) ask = null
  }
}

let shut = 0

/** A closed page asks by itself as long as it stands there; answers the function that takes it back. */
export const shutDoor = (): (() => void) => {
  shut += 1
  return () => {
    shut -= 1
  }
}
/** Whether a closed page is asking already. */
export const isDoorShut = (): boolean => shut > 0

/**
 * Only what a person has just pressed or typed asks them: pages that fetch by themselves show that they are closed
 * instead.
 */
export const askForPin = async (wanted: PinWanted): Promise<boolean> =>
  ask !== null && navigator.userActivation.isActive ? ask(wanted) : false
