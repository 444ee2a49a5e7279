import type { CallOutput } from '#shared/contract/index.ts'
import { formatNumber } from '#shared/won.ts'
import { useWords } from '../../app/words.ts'
import { intoView } from '../../ui/into-view.ts'
import '../../ui/plain-table.css'

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
  const head = (first: string) => (
    <tr>
      <th scope="col">{first}</th>
      <th scope="col" className="plain-end">
        {t('try.column.present')}
      </th>
      <th scope="col" className="plain-end">
        {t('try.column.proposed')}
      </th>
      <th scope="col" className="plain-end">
        {t('try.difference')}
      </th>
    </tr>
  )
  const line = (key: string, name: string, before: number, after: number) => (
    <tr key={key}>
      <th scope="row">{name}</th>
      <td className="plain-end">{points(before)}</td>
      <td className="plain-end">{points(after)}</td>
      <td className="plain-end">{signedPoints(after - before)}</td>
    </tr>
  )
  return (
    <section className="tried" aria-label={t('try.title')} ref={intoView}>
      <h3>{t('try.title')}</h3>
      <Verdict difference={proposed.points - present.points} />
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">
              {tried.from} – {tried.to}
            </th>
            <th scope="col" className="plain-end">
              {t('try.column.present')}
            </th>
            <th scope="col" className="plain-end">
              {t('try.column.proposed')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, before, after]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="plain-end">{before}</td>
              <td className="plain-end">{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="reward-soft">{t('try.note', { n: receipts, many: formatNumber(receipts) })}</p>
      {people.length === 0 ? null : (
        <>
          <h3>{t('try.people')}</h3>
          <table className="plain-table">
            <thead>{head(t('try.name'))}</thead>
            <tbody>
              {people.map((one) => line(String(one.customerId), one.maskedName, one.present, one.proposed))}
            </tbody>
          </table>
        </>
      )}
      <details>
        <summary>{t('try.months')}</summary>
        <table className="plain-table">
          <thead>{head(t('try.month'))}</thead>
          <tbody>{months.map((one) => line(one.month, one.month, one.present, one.proposed))}</tbody>
        </table>
      </details>
    </section>
  )
}
