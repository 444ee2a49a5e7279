import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import type { DateRange } from '#shared/contract/analytics.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { FailureNotice } from '../../ui/notice.tsx'
import { Chart, type Picked } from './chart/chart.tsx'
import { useColours } from './chart/colours.ts'
import { drawnPng } from './chart/drawn.ts'
import type { PictureOption } from './chart/echarts.ts'
import { PictureTable, type PictureTableData } from './picture-table.tsx'
import { PictureTools } from './picture-tools.tsx'
import { rangeText } from './range/range-text.ts'

export interface PictureProps {
  readonly title: string
  readonly range: DateRange
  readonly query: Pick<UseQueryResult, 'isFetching' | 'error' | 'data'>
  /** What it says, in a sentence; also for those who do not see it. */
  readonly says: string
  /** The same of the range that it is compared with. */
  readonly before?: string | null
  /** Null where there is nothing to be drawn. */
  readonly option: PictureOption | null
  readonly table: PictureTableData
  readonly onPick?: (picked: Picked) => void
  readonly controls?: ReactNode
  /** What stands where there is nothing to draw yet. */
  readonly empty?: string
  /** Whatever else has to be said, such as that whole months were read. */
  readonly note?: string | null
  readonly tall?: boolean
  readonly wide?: boolean
}

/** One picture with its sentence, its table, and the ways to take it along. */
export const Picture = (props: PictureProps) => {
  const {
    title,
    range,
    query,
    says,
    before,
    option,
    table,
    onPick,
    controls,
    empty,
    note,
    tall = false,
    wide = false,
  } = props
  const { t } = useWords()
  const colours = useColours()
  const told = before == null ? says : `${says} ${t('pictures.beforeWas', { what: before })}`
  const heading = useId()
  const [asTable, showTable] = useState(false)
  const drawn =
    option === null ? null : () => drawnPng(option, title, `${rangeText(range)} · ${told}`, colours)
  return (
    <section className={`picture ${wide ? 'wide' : ''}`} aria-labelledby={heading}>
      <header className="picture-head">
        <h2 id={heading}>{title}</h2>
        <PictureTools
          title={title}
          says={told}
          range={range}
          asTable={asTable}
          showTable={showTable}
          drawn={drawn}
        />
      </header>
      <p className="picture-says">{query.data === undefined || option === null ? '\u00a0' : told}</p>
      {controls === undefined ? null : <div className="picture-controls">{controls}</div>}
      <div
        className={`picture-body ${tall ? 'tall' : ''} ${query.isFetching ? 'fetching' : ''}`}
        aria-busy={query.isFetching && option === null}
      >
        {query.error !== null ? <FailureNotice failure={failureOf(query.error)} /> : null}
        {query.isFetching && option === null ? (
          <p className="picture-empty">{t('pictures.loading')}</p>
        ) : null}
        {query.data !== undefined && option === null && !query.isFetching ? (
          <p className="picture-empty">{empty ?? t('pictures.nothing')}</p>
        ) : null}
        {option === null ? null : asTable ? (
          <PictureTable data={table} caption={`${title}, ${rangeText(range)}`} />
        ) : (
          <Chart
            option={option}
            label={`${title}. ${told}`}
            tall={tall}
            {...(onPick === undefined ? {} : { onPick })}
          />
        )}
      </div>
      {note === undefined || note === null ? null : <p className="picture-note">{note}</p>}
    </section>
  )
}
