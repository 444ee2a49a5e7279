import { useWords } from '../../app/words.ts'

export interface TableRow {
  readonly key: string
  /** The first says what it is, the others are figures as they are shown. */
  readonly cells: readonly string[]
  /** Opens the people or receipts behind it. */
  readonly open?: () => void
  /** The same of its figures, in their order, where a row has several parts. */
  readonly opens?: readonly ((() => void) | undefined)[]
}

export interface PictureTableData {
  readonly head: readonly string[]
  readonly rows: readonly TableRow[]
}

/** A page of rows is enough for eyes and ears; the file has them all. */
const mostRows = 400

/** What the picture is drawn from, for those who read rather than look. */
export const PictureTable = ({
  data,
  caption,
}: {
  readonly data: PictureTableData
  readonly caption: string
}) => {
  const { t } = useWords()
  const { head, rows } = data
  return (
    <div className="picture-table-frame">
      <table className="picture-table">
        <caption className="hidden-text">{caption}</caption>
        <thead>
          <tr>
            {head.map((word, place) => (
              <th key={word} scope="col" className={place === 0 ? '' : 'number'}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map(({ key, cells: [name = '', ...figures], open, opens }) => (
            <tr key={key}>
              <th scope="row">
                {open === undefined ? (
                  name
                ) : (
                  <button type="button" className="table-link" onClick={open}>
                    {name}
                  </button>
                )}
              </th>
              {figures.map((figure, place) => (
                <td key={head[place + 1]} className="number">
                  <Figure
                    text={figure}
                    open={opens?.[place]}
                    says={`${name}, ${head[place + 1]}: ${figure}`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > mostRows ? (
        <p className="picture-more">{t('pictures.moreRows', { n: rows.length - mostRows })}</p>
      ) : null}
    </div>
  )
}

/** A figure, pressed where people or receipts are behind it. */
const Figure = ({
  text,
  open,
  says,
}: {
  readonly text: string
  readonly open: (() => void) | undefined
  readonly says: string
}) =>
  open === undefined ? (
    text
  ) : (
    <button type="button" className="table-link" aria-label={says} onClick={open}>
      {text}
    </button>
  )
