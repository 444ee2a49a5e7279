import type { CallOutput } from '#shared/contract/index.ts'
import { useWords } from '../app/words.ts'
import { Strip } from './strip.tsx'
import './paper-view.css'

export type PaperData = CallOutput<'review.paper'>
type Line = PaperData['lines'][number]
type Image = PaperData['images'][number]

/** Half-width cells are half an em in this font; a line is as high as its tallest run. */
const cell = 0.5
const lineHeight = 1.35

const PrintedLine = ({ line }: { readonly line: Line }) => {
  const tallest = line.runs.reduce((height, run) => Math.max(height, run.height), 1)
  return (
    <div className="paper-line" style={{ height: `${tallest * lineHeight}em` }}>
      {/* The text as it reads, for those who listen; the runs are how it looks. */}
      <span className="hidden-text">{line.text}</span>
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
          style={{ left: `${run.column * cell}em`, transform: `scale(${run.width}, ${run.height})` }}
        >
          {run.text}
        </span>
      ))}
    </div>
  )
}

const PrintedImage = ({ image }: { readonly image: Image }) => {
  const { t } = useWords()
  const label = t('paper.image', { width: image.widthDots, height: image.heightDots })
  return image.dataUrl === null ? (
    <p className="paper-image-gone">{label}</p>
  ) : (
    <img className="paper-image" src={image.dataUrl} alt={label} />
  )
}

/** The paper drawn as it was printed: size, weight and place of every word. */
export const PaperView = ({ paper }: { readonly paper: PaperData }) => {
  const { t } = useWords()
  const imagesAt = (index: number): readonly Image[] =>
    paper.images.filter((image) => Math.min(image.line, paper.lines.length) === index)
  return (
    <section className="paper-view" aria-label={t('paper.label')} tabIndex={0}>
      <Strip>
        <div className="paper-lines" style={{ width: `${paper.columns * cell}em` }}>
          {paper.lines.length === 0 && paper.images.length === 0 ? <p>{t('paper.empty')}</p> : null}
          {paper.lines.map((line, index) => (
            <div key={`${index}-${line.text}`}>
              {imagesAt(index).map((image) => (
                <PrintedImage key={`${image.line}-${image.widthDots}x${image.heightDots}`} image={image} />
              ))}
              <PrintedLine line={line} />
            </div>
          ))}
          {imagesAt(paper.lines.length).map((image) => (
            <PrintedImage key={`end-${image.widthDots}x${image.heightDots}`} image={image} />
          ))}
        </div>
      </Strip>
    </section>
  )
}
