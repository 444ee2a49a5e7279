/** One large figure of the book, with what it means. */
export const BookFigure = ({
  label,
  value,
  note,
}: {
  readonly label: string
  readonly value: string
  readonly note: string
}) => (
  <div className="book-figure">
    <dt>{label}</dt>
    <dd>
      <strong>{value}</strong>
      <span className="reward-soft">{note}</span>
    </dd>
  </div>
)
