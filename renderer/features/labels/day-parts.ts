import type { CallOutput } from '#shared/contract/index.ts'
import { clockText, daysBetween } from '#shared/dates.ts'
import type { ListPart } from '#shared/labels/draw-list.ts'
import { formatNumber } from '#shared/won.ts'
import type { Words } from '../../app/words.ts'

type DayList = CallOutput<'labels.day'>

/** The day's list in its three parts, in the words of the screen. */
export const dayParts = (list: DayList, { t, won }: Pick<Words, 't' | 'won'>): ListPart[] => {
  const name = { heading: t('labels.list.name'), width: 44, align: 'start' as const }
  const phone = { heading: t('labels.list.phone'), width: 32, align: 'start' as const }
  const note = { heading: t('labels.list.note'), width: 50, align: 'start' as const }
  return [
    {
      title: t('labels.list.birthdays', { n: list.birthdays.length }),
      none: t('labels.list.birthdaysNone'),
      columns: [name, phone, { heading: t('labels.list.when'), width: 46, align: 'start' }, note],
      rows: list.birthdays.map((one) => [
        one.name,
        one.maskedPhone ?? '',
        [
          t(one.on === list.date ? 'labels.list.today' : 'labels.list.tomorrow', {
            month: Number(one.on.slice(5, 7)),
            day: Number(one.on.slice(8)),
          }),
          one.lunar ? t('labels.list.lunar') : '',
        ]
          .join(' ')
          .trim(),
        '',
      ]),
    },
    {
      title: t('labels.list.came', { n: list.visitors.length }),
      none: t('labels.list.cameNone'),
      columns: [
        name,
        phone,
        { heading: t('labels.list.last'), width: 20, align: 'start' },
        { heading: t('labels.list.visits'), width: 26, align: 'start' },
        { heading: t('labels.list.paid'), width: 34, align: 'end' },
      ],
      rows: list.visitors.map((one) => [
        one.name,
        one.maskedPhone ?? '',
        clockText(one.lastAt),
        one.isNew ? t('labels.list.first') : t('labels.list.visitNumber', { n: one.visits }),
        won(one.net),
      ]),
    },
    {
      title:
        list.toCallLeft === 0
          ? t('labels.list.toCall', { n: list.toCall.length })
          : t('labels.list.toCallOf', {
              n: list.toCall.length,
              all: list.toCall.length + list.toCallLeft,
            }),
      none: t('labels.list.toCallNone'),
      columns: [name, phone, { heading: t('labels.list.away'), width: 46, align: 'start' }, note],
      rows: list.toCall.map((one) => [
        one.name,
        one.maskedPhone ?? '',
        t('labels.list.awayLine', {
          days: daysBetween(one.lastVisit, list.date),
          rhythm: formatNumber(Math.round(one.rhythmDays)),
        }),
        '',
      ]),
    },
  ]
}
