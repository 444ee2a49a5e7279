import type { MethodName } from '#shared/contract/names.ts'
import type { WordKey } from '#shared/i18n/index.ts'
import type { Words } from '../../app/words.ts'

type Feature = MethodName extends infer Name ? (Name extends `${infer F}.${string}` ? F : never) : never

/** Every feature of the contract has its word. */
const features = {
  access: 'access.in.access',
  analytics: 'access.in.analytics',
  app: 'access.in.app',
  backup: 'access.in.backup',
  counter: 'access.in.counter',
  coupons: 'access.in.coupons',
  customers: 'access.in.customers',
  devices: 'access.in.devices',
  door: 'access.in.door',
  guest: 'access.in.guest',
  health: 'access.in.health',
  labels: 'access.in.labels',
  ledger: 'access.in.ledger',
  moving: 'access.in.moving',
  openExport: 'access.in.openExport',
  people: 'access.in.people',
  points: 'access.in.points',
  prepaid: 'access.in.prepaid',
  printers: 'access.in.printers',
  products: 'access.in.products',
  receipts: 'access.in.receipts',
  review: 'access.in.review',
  segments: 'access.in.segments',
  sheets: 'access.in.sheets',
  shop: 'access.in.shop',
  slipTemplates: 'access.in.slipTemplates',
  slips: 'access.in.slips',
  sources: 'access.in.sources',
  stamps: 'access.in.stamps',
  teaching: 'access.in.teaching',
  tiers: 'access.in.tiers',
} as const satisfies Readonly<Record<Feature, WordKey>>

const isFeature = (name: string): name is Feature => Object.hasOwn(features, name)

/** The feature that a method belongs to, in a word; the log itself keeps the method's name. */
export const methodWord = (t: Words['t'], method: string): string => {
  const feature = method.split('.')[0] ?? ''
  return isFeature(feature) ? t(features[feature]) : method
}
