/** What is printed for guests and for the shop itself; each has a template of its own. */
export const slipKinds = ['earn', 'coupon', 'tier', 'invitation', 'welcome', 'survey', 'proof'] as const
export type SlipKind = (typeof slipKinds)[number]

/** What staff print from a customer's page; the others come with a sale, a coupon or a backup. */
export const personSlipKinds = ['tier', 'invitation', 'welcome', 'survey'] as const
export type PersonSlipKind = (typeof personSlipKinds)[number]

/** What can be printed by itself when its day comes: a tier that is reached, somebody who joins. */
export const automaticSlipKinds = ['tier', 'welcome'] as const
export type AutomaticSlipKind = (typeof automaticSlipKinds)[number]
