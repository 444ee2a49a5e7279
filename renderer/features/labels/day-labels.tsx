import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { drawList } from '#shared/labels/draw-list.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { queries } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { PageLoading } from '../../ui/full-page.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { weekdayName } from '../evening/sentences.ts'
import { dayParts } from './day-parts.ts'
import { LabelsFrame } from './labels-frame.tsx'
import { PaperPage } from './paper-page.tsx'
import { usePrint } from './use-print.ts'

/** Who came, whose birthday it is, whom to call: a list for the wall beside the telephone. */
export const DayLabels = ({ date }: { readonly date: string | null }) => {
  const words = useWords()
  const { t } = words
  const [reason, setReason] = useState('')
  const shop = useQuery(queries.shop).data?.name ?? ''
  const masked = useQuery({
    queryKey: ['labels.day', date],
    queryFn: () => api.call('labels.day', { date }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const whole = useMutation({
    mutationFn: () => api.call('labels.dayWhole', { date, reason: reason.trim() }),
  })
  const print = usePrint()
  const list = whole.data ?? masked.data
  const pages = useMemo(() => {
    if (list === undefined) return []
    return drawList(dayParts(list, words), {
      title: t('labels.list.title', {
        month: Number(list.date.slice(5, 7)),
        day: Number(list.date.slice(8)),
        weekday: weekdayName(list.date, t),
      }),
      under: shop,
      foot: (page, of) => t('labels.list.foot', { page, of }),
    })
  }, [list, shop, words, t])
  const ask = (): void => {
    if (reason.trim().length >= 2 && !whole.isPending) whole.mutate()
  }
  return (
    <LabelsFrame
      title={t('labels.dayTitle')}
      says={list === undefined ? '' : t('labels.dayReady', { n: list.people })}
      pages={list === undefined ? null : pages.length}
      busy={print.isPending}
      onPrint={() => print.mutate()}
      choices={
        whole.data === undefined ? (
          <>
            <Notice>{t('labels.dayMasked')}</Notice>
            <TextField
              label={t('labels.dayReason')}
              placeholder={t('labels.dayExample')}
              maxLength={200}
              value={reason}
              onChange={setReason}
              onEnter={ask}
              note={t('labels.reasonNote')}
            />
            {whole.error === null ? null : <FailureNotice failure={failureOf(whole.error)} />}
            <Button isDisabled={reason.trim().length < 2 || whole.isPending} onPress={ask}>
              {t('labels.dayWhole')}
            </Button>
          </>
        ) : (
          <Notice tone="warn">{t('labels.dayIsWhole')}</Notice>
        )
      }
    >
      {masked.error === null ? null : <FailureNotice failure={failureOf(masked.error)} />}
      {list === undefined && masked.error === null ? <PageLoading text={t('common.loading')} /> : null}
      {list === undefined ? null : (
        <div className="paper-pages print-only">
          {pages.map((page, index) => (
            <PaperPage key={index} page={page} label={t('labels.page', { n: index + 1, of: pages.length })} />
          ))}
        </div>
      )}
    </LabelsFrame>
  )
}
