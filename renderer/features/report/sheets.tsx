import type { ReactNode } from 'react'
import { useMemo } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { useWords } from '../../app/words.ts'
import { Chart } from '../pictures/chart/chart.tsx'
import { usePaperDrawing } from '../pictures/chart/drawing.ts'
import type { PictureOption } from '../pictures/chart/echarts.ts'
import { newcomersOption } from '../pictures/guests-option.ts'
import { heatOption } from '../pictures/heat-option.ts'
import { cutNote } from '../pictures/point-text.ts'
import { besideOf } from '../pictures/range/places.ts'
import { rankingOption } from '../pictures/ranking-option.ts'
import { salesOption } from '../pictures/sales-option.ts'
import { isRunning, monthToCompare, rangeOfMonth } from './month.ts'
import { MonthTable } from './month-table.tsx'
import { type MonthFigures, monthSentences } from './sentences.ts'

/** As many as the page has room for, so that their names can be read from a step away. */
const mostProducts = 8

const axes = { rows: 'weekday', columns: 'hour' } as const

const Drawn = ({
  title,
  option,
  kind,
  note = null,
}: {
  readonly title: string
  readonly option: PictureOption | null
  readonly kind: string
  readonly note?: string | null
}) => {
  const { t } = useWords()
  return (
    <figure className={`report-picture ${kind}`}>
      <figcaption>
        {title}
        {note === null ? null : <small>{note}</small>}
      </figcaption>
      {option === null ? (
        <p className="picture-empty">{t('pictures.nothing')}</p>
      ) : (
        <Chart option={option} label={title} />
      )}
    </figure>
  )
}

const Sheet = ({ foot, children }: { readonly foot: string; readonly children: ReactNode }) => (
  <article className="report-sheet">
    {children}
    <footer>{foot}</footer>
  </article>
)

/** Two pages of A4 that can be put on the wall. */
export const ReportSheets = ({
  shopName,
  month,
  figures,
  months,
  made,
}: {
  readonly shopName: string
  readonly month: string
  readonly figures: MonthFigures
  readonly months: CallOutput<'analytics.guests'>
  /** The day on which it is made. */
  readonly made: string
}) => {
  const drawing = usePaperDrawing()
  const { words } = drawing
  const { t } = words
  const { sales, heat, ranking, guests } = figures
  const options = useMemo(() => {
    const range = rangeOfMonth(month, made)
    const compare = monthToCompare(month, made)
    const beside = besideOf(sales.points, sales.compared ?? [], { range, compare, step: 'day' })
    return {
      sales: salesOption(sales.points, beside, 'day', drawing),
      heat: heatOption(heat.cells, axes, drawing),
      ranking: rankingOption(ranking.items.slice(0, mostProducts), drawing),
      guests: newcomersOption(guests.points, null, 'week', drawing),
    }
  }, [sales, heat, ranking, guests, drawing, month, made])
  const [year = '', number = ''] = month.split('-')
  const title = t('report.heading', { year, month: Number(number) })
  const foot = (page: number): string => t('report.foot', { shop: shopName, made, page })
  return (
    <div className="report-pages print-only">
      <Sheet foot={foot(1)}>
        <header>
          <p>{shopName}</p>
          <h2>
            {title}
            {isRunning(month, made) ? (
              <small>{t('report.upTo', { month: Number(number), day: Number(made.slice(8)) })}</small>
            ) : null}
          </h2>
        </header>
        <div className="report-letter">
          {monthSentences(figures, words).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        <Drawn kind="sales" title={t('report.byDay')} option={options.sales} />
        <Drawn kind="heat" title={t('pictures.heat')} option={options.heat} />
      </Sheet>
      <Sheet foot={foot(2)}>
        <Drawn kind="ranking" title={t('pictures.ranking')} option={options.ranking} />
        <Drawn
          kind="guests"
          title={t('pictures.guests')}
          option={options.guests}
          note={cutNote(guests.points, 'week', words)}
        />
        <MonthTable points={months.points} made={made} />
      </Sheet>
    </div>
  )
}
