import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Rule } from '#shared/contract/segment-rule.ts'
import { ruleSentence } from '#shared/segments/rule-sentence.ts'
import { formatNumber } from '#shared/won.ts'
import { api } from '../../../api/api.ts'
import { failureOf } from '../../../api/failure.ts'
import { useWords } from '../../../app/words.ts'
import { Button } from '../../../ui/button.tsx'
import { FailureNotice } from '../../../ui/notice.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToasts } from '../../../ui/toast.tsx'
import { useFailureToast } from '../../../ui/use-failure-toast.ts'
import { useOpenSheet } from '../../sheets/open-sheet.tsx'
import { segmentQueries } from '../queries.ts'
import { showSegments } from '../segments-view.ts'
import { shareOf } from '../share.ts'
import { useSpeech } from '../use-speech.ts'
import { GroupEditor } from './group-editor.tsx'
import './builder.css'
import { draftOf, ruleOf } from './rule-draft.ts'

const shownNames = 3
/** Milliseconds after the last change before it is counted. */
const settleMs = 200

/** What it was before the latest changes, which follow each other quickly while somebody types. */
const useSettled = <T,>(value: T): T => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settleMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** A group is put together of conditions; who fits is counted while that is done. */
export const BuilderPage = (given: {
  readonly id: number | null
  readonly rule: Rule
  readonly name: string
}) => {
  const { t } = useWords()
  const { show } = useToasts()
  const client = useQueryClient()
  const failed = useFailureToast()
  const [name, setName] = useState(given.name)
  const [nameMissing, setNameMissing] = useState(false)
  const [draft, setDraft] = useState(() => draftOf(given.rule))
  const rule = ruleOf(draft)
  // A second press comes before the first has been drawn.
  const saving = useRef(false)
  const save = useMutation({
    mutationFn: (finished: Rule) =>
      api.call('segments.save', { id: given.id, name: name.trim(), rule: finished }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: segmentQueries.list.queryKey })
      show({ text: t('segments.build.saved', { name: name.trim() }) })
      showSegments({ is: 'group', id })
    },
    onError: failed,
    onSettled: () => {
      saving.current = false
    },
  })
  const trySave = (): void => {
    if (name.trim() === '') setNameMissing(true)
    else if (rule !== null && !saving.current) {
      saving.current = true
      save.mutate(rule)
    }
  }
  return (
    <div className="segments builder">
      <Button
        look="quiet"
        className="segments-back"
        onPress={() => showSegments(given.id === null ? { is: 'list' } : { is: 'group', id: given.id })}
      >
        <ArrowLeft size={20} aria-hidden="true" />
        {t('segments.back')}
      </Button>
      <h1>{t(given.id === null ? 'segments.build.new' : 'segments.build.edit')}</h1>
      <div className="builder-columns">
        <section className="segments-section builder-sheet" aria-label={t('segments.build.join')}>
          <TextField
            label={t('segments.build.name')}
            value={name}
            placeholder={t('segments.build.namePlace')}
            maxLength={40}
            error={nameMissing ? t('segments.build.nameMissing') : null}
            onChange={(text) => {
              setName(text)
              setNameMissing(false)
            }}
            onEnter={trySave}
          />
          <GroupEditor group={draft} onChange={setDraft} />
        </section>
        <Outcome rule={rule} name={name} isSaving={save.isPending} onSave={trySave} />
      </div>
    </div>
  )
}

/** Who fits now, and the rule in words; it stays in sight while the conditions scroll. */
const Outcome = ({
  rule,
  name,
  isSaving,
  onSave,
}: {
  readonly rule: Rule | null
  readonly name: string
  readonly isSaving: boolean
  readonly onSave: () => void
}) => {
  const { t } = useWords()
  const speech = useSpeech()
  const openSheet = useOpenSheet()
  const failed = useFailureToast()
  const json = useSettled(JSON.stringify(rule ?? { all: [] }))
  const settled = JSON.parse(json) as Rule
  const counted = useQuery({
    ...segmentQueries.count(settled),
    placeholderData: keepPreviousData,
    enabled: rule !== null,
  })
  const open = useMutation({
    mutationFn: (finished: Rule) => api.call('segments.members', { rule: finished }),
    onSuccess: ({ ids }) =>
      openSheet({ sheet: 'customers', ids, title: name.trim() === '' ? t('segments.build.new') : name }),
    onError: failed,
  })
  const { data } = counted
  return (
    <aside className="segments-section outcome" aria-live="polite">
      <p className="outcome-title">{t('segments.build.now')}</p>
      {rule === null ? (
        <p className="segments-none">{t('segments.build.unfinished')}</p>
      ) : counted.error === null ? (
        <>
          <p className={counted.isPlaceholderData ? 'outcome-count waiting' : 'outcome-count'}>
            {data === undefined
              ? ' '
              : t('segments.people', { n: formatNumber(data.count), count: data.count })}
          </p>
          {data === undefined ? null : (
            <p className="outcome-share">
              {t('segments.build.of', {
                n: formatNumber(data.people),
                share: shareOf(data.count, data.people),
              })}
            </p>
          )}
          {data === undefined || data.some.length === 0 ? null : (
            <p className="outcome-some">
              {t(data.count > shownNames ? 'segments.build.some' : 'segments.build.someAll', {
                names: data.some.slice(0, shownNames).join(', '),
              })}
            </p>
          )}
        </>
      ) : (
        <FailureNotice failure={failureOf(counted.error)} />
      )}
      {rule === null ? null : (
        <div className="outcome-words">
          <h2>{t('segments.build.inWords')}</h2>
          <p>{ruleSentence(rule, speech)}</p>
        </div>
      )}
      <Button look="primary" isDisabled={rule === null || isSaving} onPress={onSave}>
        {t('segments.build.save')}
      </Button>
      <Button
        isDisabled={rule === null || open.isPending}
        onPress={() => {
          if (rule !== null) open.mutate(rule)
        }}
      >
        {t('segments.asSheet')}
      </Button>
    </aside>
  )
}
