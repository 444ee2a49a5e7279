import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatNumber } from '#shared/won.ts'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { fieldWord, type MoveField } from './mapping.ts'
import type { MovingState } from './use-moving.ts'

type CheckView = NonNullable<MovingState['check']>
type Problem = CheckView['problems'][number]['problem']

const pageSize = 50

/** What is wrong, without what can be done about it: that stands in the rows. */
const shortOf = (sentence: string): string => sentence.split(/[.:](?:\s|$)/)[0] ?? sentence

/** Every row that is refused or that something is said of, as it stands in the file. */
export const ProblemTable = ({
  check,
  headings,
  columns,
}: {
  readonly check: CheckView
  readonly headings: readonly string[]
  readonly columns: readonly (MoveField | null)[]
}) => {
  const { t } = useWords()
  const [only, setOnly] = useState<Problem | null>(null)
  const shown = columns.flatMap((field, index) => (field === null ? [] : [index]))
  const refusing = new Set(check.problems.filter(({ refuses }) => refuses).map(({ problem }) => problem))
  const { data, fetchNextPage, isFetching } = useInfiniteQuery({
    // What was checked when: another dry run has other rows.
    queryKey: ['moving.problems', check, only],
    queryFn: ({ pageParam }) =>
      api.call('moving.problems', { from: pageParam, count: pageSize, problem: only }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const seen = all.reduce((sum, page) => sum + page.rows.length, 0)
      return seen < last.total ? seen : undefined
    },
    enabled: check.problems.length > 0,
  })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const left = (data?.pages.at(-1)?.total ?? 0) - rows.length
  if (check.problems.length === 0) return <p className="moving-clean">{t('moving.problems.none')}</p>
  return (
    <section className="moving-problems" aria-labelledby="moving-problems">
      <h2 id="moving-problems">{t('moving.problems')}</h2>
      <fieldset className="moving-chips">
        <legend className="hidden-text">{t('moving.problems.why')}</legend>
        <button type="button" aria-pressed={only === null} onClick={() => setOnly(null)}>
          {t('moving.problems.all')}
        </button>
        {check.problems.map(({ problem, refuses, rows: n }) => (
          <button
            key={problem}
            type="button"
            className={refuses ? 'refuses' : ''}
            aria-pressed={only === problem}
            onClick={() => setOnly(problem)}
          >
            {shortOf(t(`moving.problem.${problem}`))} <b>{formatNumber(n)}</b>
          </button>
        ))}
      </fieldset>
      <section className="moving-scroll" aria-label={t('moving.problems')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('moving.problems.line')}
              </th>
              <th scope="col">{t('moving.problems.why')}</th>
              {shown.map((index) => (
                <th key={index} scope="col">
                  {headings[index] === '' || headings[index] === undefined
                    ? fieldWord(columns[index] ?? 'none', t)
                    : headings[index]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, cells, problems }) => (
              <tr key={line}>
                <td className="number">{formatNumber(line)}</td>
                <td className="moving-why">
                  {[...problems]
                    .sort((a, b) => Number(refusing.has(b)) - Number(refusing.has(a)))
                    .map((problem) => (
                      <span key={problem}>
                        <Badge tone={refusing.has(problem) ? 'red' : 'plain'}>
                          {t(refusing.has(problem) ? 'moving.refuses' : 'moving.notes')}
                        </Badge>
                        <span>{t(`moving.problem.${problem}`)}</span>
                      </span>
                    ))}
                </td>
                {shown.map((index) => (
                  <td key={index}>{cells[index] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {left <= 0 ? null : (
        <Button look="quiet" isDisabled={isFetching} onPress={() => void fetchNextPage()}>
          {t('moving.problems.more', { n: formatNumber(left) })}
        </Button>
      )}
    </section>
  )
}
