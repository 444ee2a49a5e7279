/** Where the guest's own screen stands. Times are of a clock that nobody can set, ms. */
export type GuestSession =
  | { readonly at: 'rest' }
  | { readonly at: 'pad'; readonly typed: string; readonly problem: 'short' | 'misfit' | null }
  | { readonly at: 'asked'; readonly typed: string }
  | {
      readonly at: 'card'
      readonly customerId: number
      readonly joined: boolean
      /** As it was last told. */
      readonly balance: number
      /** The receipt that has just given points, and how many. */
      readonly earned: { readonly receiptId: number; readonly points: number } | null
    }
  | { readonly at: 'new'; readonly phone: string }
  | { readonly at: 'join'; readonly phone: string; readonly step: JoinStep }
  | { readonly at: 'wait'; readonly until: number }
  | { readonly at: 'helped'; readonly typed: string }
  | { readonly at: 'thanks'; readonly points: number }

export type JoinStep = 'name' | 'consent' | 'sign'

export const atRest: GuestSession = { at: 'rest' }

/** How long each stays without a touch, ms; a card by the owner's setting, a wait until it is over. */
const stays = {
  pad: 30_000,
  asked: 60_000,
  new: 45_000,
  join: 90_000,
  helped: 60_000,
  thanks: 8_000,
} as const

/** When the shop's picture comes back; null: it is there. */
export const endOf = (session: GuestSession, now: number, restSeconds: number): number | null => {
  switch (session.at) {
    case 'rest':
      return null
    case 'wait':
      return session.until
    case 'card':
      return now + restSeconds * 1_000
    default:
      return now + stays[session.at]
  }
}

/** What the guest typed, as far as staff may go on with it. */
export const typedIn = (session: GuestSession): string => {
  switch (session.at) {
    case 'pad':
    case 'asked':
    case 'helped':
      return session.typed
    case 'new':
    case 'join':
      return session.phone
    default:
      return ''
  }
}
