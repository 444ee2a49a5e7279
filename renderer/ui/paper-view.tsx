import { QrCode } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { displayWidth } from '#shared/display-width.ts'
import { useWords } from '../app/words.ts'
import { Strip } from './strip.tsx'
import './paper-view.css'

export type PaperData = CallOutput<'review.paper'>
type Line = PaperData['lines'][number]
type Image = PaperData['images'][number]

/** Half-width cells are half an em in this font; a line is as high as its tallest run. */
const cell = 0.5
const lineHeight = 1.35
/** Room for a finger on every line. */
const touchHeight = 2.4

/** Something laid over a printed line. @param shift cells by which the line is moved. */
export type Overlay = (index: number, shift: number) => ReactNode

/** Cells by which a line that is not set left is moved. */
const shiftOf = (line: Line, columns: number): number => {
  if (line.align === 'left') return 0
  const width = line.runs.reduce(
    (edge, run) => Math.max(edge, run.column + displayWidth(run.text) * run.width),
    0,
  )
  const room = Math.max(0, columns - width)
  return line.align === 'center' ? Math.floor(room / 2) : room
}

const PrintedLine = ({
  line,
  index,
  columns,
  overlay,
}: {
  readonly line: Line
  readonly index: number
  readonly columns: number
  readonly overlay: Overlay | undefined
}) => {
  const shift = shiftOf(line, columns)
  const tallest = line.runs.reduce((height, run) => Math.max(height, run.height), 1)
  return (
    <div
      className="paper-line"
      style={{ height: `${tallest * (overlay === undefined ? lineHeight : touchHeight)}em` }}
    >
      {/* The text as it reads, for those who listen; the runs are how it looks. */}
      {overlay === undefined ? <span className="hidden-text">{line.text}</span> : null}
      {line.runs.map((run) => (
        <span
          key={`${run.column}-${run.text}`}
          aria-hidden="true"
          className={[
            'paper-run',
            run.bold ? 'bold' : '',
            run.underline ? 'underline' : '',
            run.inverse ? 'inverse' : '',
          ].join(' ')}
          style={{
            left: `${(shift + run.column) * cell}em`,
            transform: `scale(${run.width}, ${run.height})`,
          }}
        >
          {run.text}
        </span>
      ))}
      {overlay?.(index, shift)}
    </div>
  )
}

const PrintedImage = ({ image }: { readonly image: Image }) => {
  const { t } = useWords()
  const label = t('paper.image', { width: image.widthDots, height: image.heightDots })
  return image.dataUrl === null ? (
    <p className="paper-mark">{label}</p>
  ) : (
    <img className="paper-image" src={image.dataUrl} alt={label} />
  )
}

/** What is no text and stands before a line: pictures and codes. */
const Marks = ({ paper, line }: { readonly paper: PaperData; readonly line: number }) => {
  const here = (mark: { readonly line: number }): boolean => Math.min(mark.line, paper.lines.length) === line
  return (
    <>
      {paper.images.filter(here).map((image, index) => (
        <PrintedImage key={`image-${index}-${image.widthDots}`} image={image} />
      ))}
      {paper.codes.filter(here).map((code, index) => (
        <p key={`code-${index}-${code.text}`} className="paper-mark">
          <QrCode size={18} aria-hidden="true" /> {code.symbology} · {code.text}
        </p>
      ))}
    </>
  )
}

/** The paper drawn as it was printed: size, weight and place of every word, pictures and codes. */
export const PaperView = ({
  paper,
  overlay,
}: {
  readonly paper: PaperData
  /** With it every line has room for a finger, and what is laid over it says what it says. */
  readonly overlay?: Overlay
}) => {
  const { t } = useWords()
  const nothing = paper.lines.length + paper.images.length + paper.codes.length === 0
  return (
    <section className="paper-view" aria-label={t('paper.label')} tabIndex={overlay === undefined ? 0 : -1}>
      <Strip>
        <div className="paper-lines" style={{ width: `${paper.columns * cell}em` }}>
          {nothing ? <p>{t('paper.empty')}</p> : null}
          {paper.lines.map((line, index) => (
            <div key={`${index}-${line.text}`}>
              <Marks paper={paper} line={index} />
              <PrintedLine line={line} index={index} columns={paper.columns} overlay={overlay} />
            </div>
          ))}
          <Marks paper={paper} line={paper.lines.length} />
        </div>
      </Strip>
    </section>
  )
}
