import { useQuery } from '@tanstack/react-query'
import type { WordKey } from '#shared/i18n/index.ts'
import { useWords } from '../../../app/words.ts'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { segmentQueries } from '../queries.ts'
import { segmentName } from '../segment-name.ts'
import { useChoices } from '../use-speech.ts'
import { ChoiceFields } from './choice-fields.tsx'
import { FieldTest } from './field-test.tsx'
import type { Fields, FieldsProps, Kind } from './fields.ts'
import { LimitFields, WhenField } from './limit-fields.tsx'
import { PeriodField } from './period-field.tsx'
import { Pick } from './pick.tsx'
import { TimeFields } from './time-fields.tsx'

const withEver: ReadonlySet<Kind> = new Set([
  'visits',
  'spend',
  'average',
  'time',
  'product',
  'category',
  'goodsName',
])
const withPeriod: ReadonlySet<Kind> = new Set([...withEver, 'first', 'last', 'joined'])
const withLimit: ReadonlySet<Kind> = new Set([
  'visits',
  'spend',
  'average',
  'points',
  'rhythm',
  'away',
  'product',
  'category',
  'goodsName',
])
const goods: ReadonlySet<Kind> = new Set(['product', 'category', 'goodsName'])

/** What a condition of this kind asks for, from left to right as it is said. */
export const ConditionFields = (props: FieldsProps) => {
  const { kind, fields, onChange } = props
  const { t } = useWords()
  const change = (some: Partial<Fields>): void => onChange({ ...fields, ...some })
  return (
    <>
      {withPeriod.has(kind) ? (
        <PeriodField
          period={fields.period}
          withEver={withEver.has(kind)}
          onChange={(period) => change({ period })}
        />
      ) : null}
      {kind === 'first' || kind === 'last' || kind === 'joined' ? (
        <WhenField when={fields.when} onChange={(when) => change({ when })} />
      ) : null}
      {kind === 'time' ? <TimeFields {...props} /> : null}
      <NamedFields {...props} />
      <ChoiceFields {...props} />
      {kind === 'goodsName' || kind === 'text' ? (
        <TextField
          label={t('segments.field.letters')}
          value={fields.text}
          maxLength={40}
          onChange={(text) => change({ text })}
        />
      ) : null}
      {goods.has(kind) ? (
        <Select
          label={t('segments.field.measure')}
          value={fields.count}
          options={(['pieces', 'won'] as const).map((value) => ({
            value,
            text: t(`segments.field.${value}`),
          }))}
          onChange={(count) => change({ count })}
        />
      ) : null}
      {withLimit.has(kind) ? (
        <LimitFields label={t(limitLabel(kind, fields))} fields={fields} onChange={onChange} />
      ) : null}
      {kind === 'field' ? <FieldTest fields={fields} onChange={onChange} /> : null}
    </>
  )
}

/** What the figure counts. */
const limitLabel = (kind: Kind, { count }: Fields): WordKey => {
  if (kind === 'visits') return 'segments.unit.visits'
  if (kind === 'points') return 'segments.unit.points'
  if (kind === 'rhythm' || kind === 'away') return 'segments.unit.days'
  return goods.has(kind) && count === 'pieces' ? 'segments.unit.pieces' : 'segments.unit.won'
}

/** What is chosen by its name: a product, a tag, another group. */
const NamedFields = ({ kind, fields, onChange }: FieldsProps) => {
  const words = useWords()
  const { t } = words
  const choices = useChoices()
  const segments = useQuery(segmentQueries.list).data?.segments ?? []
  const pick = (id: number | null): void => onChange({ ...fields, id })
  const label = (key: 'product' | 'category' | 'tag' | 'tier' | 'group' | 'own'): string =>
    t(`segments.field.${key}`)
  switch (kind) {
    case 'product':
      return <Pick label={label('product')} value={fields.id} options={choices.products} onChange={pick} />
    case 'category':
      return <Pick label={label('category')} value={fields.id} options={choices.categories} onChange={pick} />
    case 'tag':
      return <Pick label={label('tag')} value={fields.id} options={choices.tags} onChange={pick} />
    case 'tier':
      return <Pick label={label('tier')} value={fields.id} options={choices.tiers} onChange={pick} />
    case 'field':
      return <Pick label={label('own')} value={fields.id} options={choices.fields} onChange={pick} />
    case 'member':
      return (
        <Pick
          label={label('group')}
          value={fields.id}
          options={segments.map((one) => ({
            id: one.id,
            name: `${segmentName(words, one)} · ${t(`segments.kind.${one.kind}`)}`,
          }))}
          onChange={pick}
        />
      )
    default:
      return null
  }
}
