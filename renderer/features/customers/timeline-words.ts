import type { WordKey } from '#shared/i18n/index.ts'
import type { Words } from '../../app/words.ts'
import type { TimelineItem } from './queries.ts'

const points: Readonly<Record<string, WordKey>> = {
  earn: 'timeline.points.earn',
  spend: 'timeline.points.spend',
  bonus: 'timeline.points.bonus',
  correction: 'timeline.points.correction',
  opening: 'timeline.points.opening',
  expire: 'timeline.points.expire',
  move: 'timeline.points.move',
  leave: 'timeline.points.leave',
}
const prepaid: Readonly<Record<string, WordKey>> = {
  sell: 'timeline.prepaid.sell',
  use: 'timeline.prepaid.use',
  'use-back': 'timeline.prepaid.use-back',
  end: 'timeline.prepaid.end',
  'give-back': 'timeline.prepaid.give-back',
}
const coupons: Readonly<Record<string, WordKey>> = {
  given: 'timeline.coupon.given',
  used: 'timeline.coupon.used',
  withdrawn: 'timeline.coupon.withdrawn',
}
const consents: Readonly<Record<string, WordKey>> = {
  required: 'consents.required',
  marketing: 'consents.marketing',
  night: 'consents.night',
  details: 'consents.details',
  sensitive: 'consents.sensitive',
  sharing: 'consents.sharing',
}

/** One line of somebody's story. */
export const timelineText = ({ t }: Pick<Words, 't'>, item: TimelineItem): string => {
  const { kind, what, text } = item
  if (kind === 'refund') return text === '' ? t('timeline.refund') : `${t('timeline.refund')} · ${text}`
  if (kind === 'points') {
    const said = t(points[what] ?? 'timeline.points.correction')
    return text === '' ? said : `${said} · ${text}`
  }
  if (kind === 'coupon') return t(coupons[what] ?? 'timeline.coupon.given', { what: text })
  if (kind === 'prepaid') return t(prepaid[what] ?? 'timeline.prepaid.other', { what: text })
  if (kind === 'joined') return t('timeline.joined')
  if (kind === 'merged') return t('timeline.merged', { name: text })
  if (kind !== 'consent') return text
  const which = t(consents[what] ?? 'consents.required')
  return t(item.given === true ? 'timeline.consentGiven' : 'timeline.consentTaken', { what: which })
}
