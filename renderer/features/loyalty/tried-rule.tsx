import type { CallOutput } from '#shared/contract/index.ts'
import { formatNumber } from '#shared/won.ts'
import { useWords } from '../../app/words.ts'
import { intoView } from '../../ui/into-view.ts'
import { type PlainColumn, type PlainRow, PlainTable } from '../../ui/plain-table.tsx'

type Tried = CallOutput<'points.tryRule'>

const Verdict = ({ difference }: { readonly difference: number }) => {
  const { t, won } = useWords()
  if (difference === 0) return <p className="tried-verdict">{t('try.same')}</p>
  return (
    <p className={`tried-verdict ${difference > 0 ? 'more' : 'less'}`}>
      {t(difference > 0 ? 'try.more' : 'try.less', { won: won(Math.abs(difference)) })}
    </p>
  )
}

/** What a rule would have given over the past year, beside the one in force: one sentence first, then the figures. */
export const TriedRule = ({ tried }: { readonly tried: Tried }) => {
  const { t, points, signedPoints } = useWords()
  const { present, proposed, months, people, receipts } = tried
  if (receipts === 0) return <p className="reward-soft">{t('try.none')}</p>
  const rows = [
    [t('try.points'), points(present.points), points(proposed.points)],
    [t('try.sales'), formatNumber(present.sales), formatNumber(proposed.sales)],
    [t('try.customers'), formatNumber(present.customers), formatNumber(proposed.customers)],
  ] as const
  const differences = (first: string): PlainColumn[] => [
    { id: 'of', head: first },
    { id: 'present', head: t('try.column.present'), end: true },
    { id: 'proposed', head: t('try.column.proposed'), end: true },
    { id: 'difference', head: t('try.difference'), end: true },
  ]
  const difference = (id: string | number, name: string, before: number, after: number): PlainRow => ({
    id,
    cells: [name, points(before), points(after), signedPoints(after - before)],
  })
  return (
    <section className="tried" aria-label={t('try.title')} ref={intoView}>
      <h3>{t('try.title')}</h3>
      <Verdict difference={proposed.points - present.points} />
      <PlainTable
        columns={[
          { id: 'of', head: `${tried.from} – ${tried.to}` },
          { id: 'present', head: t('try.column.present'), end: true },
          { id: 'proposed', head: t('try.column.proposed'), end: true },
        ]}
        rows={rows.map((cells) => ({ id: cells[0], cells }))}
      />
      <p className="reward-soft">{t('try.note', { n: receipts, many: formatNumber(receipts) })}</p>
      {people.length === 0 ? null : (
        <>
          <h3>{t('try.people')}</h3>
          <PlainTable
            columns={differences(t('try.name'))}
            rows={people.map((one) => difference(one.customerId, one.maskedName, one.present, one.proposed))}
          />
        </>
      )}
      <details>
        <summary>{t('try.months')}</summary>
        <PlainTable
          columns={differences(t('try.month'))}
          rows={months.map((one) => difference(one.month, one.month, one.present, one.proposed))}
        />
      </details>
    </section>
  )
}
