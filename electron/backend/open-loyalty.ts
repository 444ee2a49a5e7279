import { createBonuses } from './loyalty/bonuses.service.ts'
import { createEarning } from './loyalty/earning.service.ts'
import { createEnding } from './loyalty/ending.service.ts'
import { type LoyaltyFollower, type LoyaltyForerunner, noTiers, type TierOn } from './loyalty/follower.ts'
import { createGranting } from './loyalty/granting.service.ts'
import { createLoyalty, type Loyalty } from './loyalty/loyalty.service.ts'
import { createMerging } from './loyalty/merging.service.ts'
import { createPurse } from './loyalty/purse.service.ts'
import { createRules } from './loyalty/rules.service.ts'
import { createRuling } from './loyalty/ruling.service.ts'
import { createUsing } from './loyalty/using.service.ts'
import type { Clock } from './platform/clock.ts'
import type { Ledger } from './platform/ledger/open.ts'

export interface OpenLoyaltyParts {
  readonly ledger: Pick<Ledger, 'reader' | 'unit' | 'ids'>
  readonly clock: Clock
  /** Who gives something else for sales, and takes it back with them; called after the points, in this order. */
  readonly followers?: readonly LoyaltyFollower[]
  readonly forerunners?: readonly LoyaltyForerunner[]
  readonly tierOn?: TierOn
}

/** Points of one open ledger, wired. */
export const openLoyalty = ({
  ledger,
  clock,
  followers = [],
  forerunners = [],
  tierOn = noTiers,
}: OpenLoyaltyParts) => {
  const { reader, unit, ids } = ledger
  const ruling = createRuling()
  const purse = createPurse(ids)
  const earning = createEarning({ ids, purse, ruling, tierOn })
  const using = createUsing(ids, purse, ruling)
  const granting = createGranting(ids, purse, ruling)
  const bonuses = createBonuses(granting, ruling)
  const merging = createMerging(ids, purse)
  const ending = createEnding({ ids, purse, reader, unit })
  const loyalty: Loyalty = createLoyalty({
    earning,
    using,
    granting,
    bonuses,
    merging,
    ending,
    followers,
    forerunners,
  })
  const rules = createRules({ reader, unit, ids, clock })
  return { loyalty, rules, ruling, using, granting, bonuses, ending }
}

export type OpenLoyalty = ReturnType<typeof openLoyalty>
