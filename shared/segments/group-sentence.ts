import type { Stage } from '../contract/segment-rule.ts'
import type { Box, SegmentSettings } from '../contract/segments.ts'
import type { WordKey } from '../i18n/index.ts'
import { formatNumber } from '../won.ts'
import type { Speech } from './rule-sentence.ts'

/** Ids of the ready groups with words of their own. */
const named = [1, 2, 3, 4, 11, 12, 13, 14, 15, 16, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30] as const
type NamedId = (typeof named)[number]

const isNamed = (id: number): id is NamedId => named.some((one) => one === id)

/** A group's name: the shop's own, or that of the word list. */
export const groupName = (id: number, own: string | null, t: Speech['t']): string => {
  if (own !== null) return own
  return isNamed(id) ? t(`segments.name.${id}`) : t('segments.nameless')
}

const stageIds: Readonly<Record<Stage, NamedId>> = {
  new: 11,
  growing: 12,
  regular: 13,
  'at-risk': 14,
  lost: 15,
  returned: 16,
}
export const stageWord = (stage: Stage): WordKey => `segments.name.${stageIds[stage]}`

/** The rule of a ready group with the figures that the shop has set. */
export const readySentence = (id: number, settings: SegmentSettings, t: Speech['t']): string => {
  const away = (times: number, part: number): Record<string, string | number> => ({
    times,
    least: settings.leastDays * (part === 1 ? 2 : 1),
    plain: Math.ceil(settings.plainDays * part),
  })
  switch (id) {
    case 1:
      return settings.vip.by === 'share'
        ? t('segments.rule.1.share', { n: settings.vip.percent })
        : t('segments.rule.1.spend', { won: t('unit.won', { n: formatNumber(settings.vip.won) }) })
    case 2:
    case 20:
      return t(`segments.rule.${id}`)
    case 3:
    case 11:
    case 16:
      return t(`segments.rule.${id}`, { n: settings.newDays })
    case 12:
    case 13:
      return t(`segments.rule.${id}`, { n: settings.regularVisits })
    case 4:
    case 15:
      return t(`segments.rule.${id}`, away(settings.lostTimes, 1))
    case 14:
      return t('segments.rule.14', away(settings.riskTimes, settings.riskTimes / settings.lostTimes))
    default:
      return boxSentence(
        settings.boxes.find((box) => box.id === id),
        t,
      )
  }
}

const boxSentence = (box: Box | undefined, t: Speech['t']): string => {
  if (box === undefined) return ''
  const range = ({ from, to }: Box['recency']): string =>
    from === to ? t('segments.score', { n: from }) : t('segments.scores', { from, to })
  return t('segments.rule.box', { r: range(box.recency), f: range(box.frequency), m: range(box.money) })
}
