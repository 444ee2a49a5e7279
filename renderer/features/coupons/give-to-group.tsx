import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { formatNumber } from '#shared/won.ts'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { segmentName } from '../segments/segment-name.ts'

/** A coupon to everybody of a group, in pieces: the counter goes on meanwhile. */
export const GiveToGroup = ({ kindId, onDone }: { readonly kindId: number; readonly onDone: () => void }) => {
  const words = useWords()
  const { t } = words
  const { show } = useToasts()
  const client = useQueryClient()
  const [segmentId, setSegment] = useState<number | null>(null)
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null)
  const groups = useQuery({
    queryKey: ['segments.list'],
    queryFn: () => api.call('segments.list', {}),
  }).data?.segments
  const chosen = groups?.find((group) => group.id === segmentId)
  useEffect(
    () =>
      api.on('coupons.progress', (told) => {
        if (told.kindId === kindId) setProgress(told)
      }),
    [kindId],
  )
  const give = useMutation({
    mutationFn: async (id: number) => {
      const { ids } = await api.call('segments.members', { rule: { is: 'member', segmentId: id } })
      if (ids.length === 0) return { given: 0 }
      return api.call('coupons.giveMany', { kindId, customerIds: ids })
    },
    onSuccess: async ({ given }) => {
      show({
        text:
          given === 0 ? t('coupons.gaveNone') : t('coupons.gave', { n: formatNumber(given), count: given }),
      })
      await client.invalidateQueries({ queryKey: keys.rewards })
      onDone()
    },
    onError: useFailureToast(),
    onSettled: () => setProgress(null),
  })
  return (
    <div className="give-group">
      <Select
        placeholder={t(groups === undefined ? 'common.loading' : 'coupons.groupPick')}
        label={t('coupons.group')}
        value={segmentId === null ? null : String(segmentId)}
        options={(groups ?? []).map((group) => ({
          value: String(group.id),
          text: `${segmentName(words, group)} · ${t('tiers.people', { n: formatNumber(group.count), count: group.count })}`,
        }))}
        onChange={(id) => setSegment(Number(id))}
      />
      <p className="reward-soft" role="status">
        {progress === null
          ? t('coupons.groupNote')
          : t('coupons.giving', { of: formatNumber(progress.of), done: formatNumber(progress.done) })}
      </p>
      <div className="reward-actions">
        <Button
          look="primary"
          isDisabled={chosen === undefined || chosen.count === 0 || give.isPending}
          onPress={() => {
            if (segmentId !== null) give.mutate(segmentId)
          }}
        >
          {chosen === undefined
            ? t('coupons.giveNow')
            : t('coupons.giveTo', { n: formatNumber(chosen.count), count: chosen.count })}
        </Button>
        <Button look="quiet" isDisabled={give.isPending} onPress={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  )
}
