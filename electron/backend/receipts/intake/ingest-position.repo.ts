import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'
import type { StreamPlace } from './source-stream.ts'

type Row = Schema['ingest_position']

/** The row that stands for all streams together: every capture up to this one is done with. */
const allStreams = ''

const put = hot<Row, unknown>((param) =>
  query
    .insertInto('ingest_position')
    .values({
      source_id: param('source_id'),
      capture_seq: param('capture_seq'),
      byte_offset: param('byte_offset'),
    })
    .onConflict((conflict) =>
      conflict.column('source_id').doUpdateSet((eb) => ({
        capture_seq: eb.ref('excluded.capture_seq'),
        byte_offset: eb.ref('excluded.byte_offset'),
      })),
    ),
)
const dropOld = hot<{ done: number }, unknown>((param) =>
  query
    .deleteFrom('ingest_position')
    .where('capture_seq', '<=', param('done'))
    .where('source_id', '<>', allStreams),
)
const everything = hot<Record<string, never>, Row>(() => query.selectFrom('ingest_position').selectAll())

export interface IngestPositions {
  /** Every capture up to here has become papers, whatever its stream. */
  readonly done: number
  /** Streams that were read further than that; by stream key. */
  readonly streams: ReadonlyMap<string, StreamPlace>
}

export const readPositions = (reader: Reader): IngestPositions => {
  const rows = reader.all(everything({}))
  return {
    done: rows.find((row) => row.source_id === allStreams)?.capture_seq ?? 0,
    streams: new Map(
      rows
        .filter((row) => row.source_id !== allStreams)
        .map((row) => [row.source_id, { seq: row.capture_seq, offset: row.byte_offset }]),
    ),
  }
}

/** In the unit of work of the papers that it speaks of. */
export const savePositions = (tx: Writer, done: number, streams: ReadonlyMap<string, StreamPlace>): void => {
  for (const [source_id, { seq, offset }] of streams) {
    if (seq > done) tx.run(put({ source_id, capture_seq: seq, byte_offset: offset }))
  }
  tx.run(put({ source_id: allStreams, capture_seq: done, byte_offset: 0 }))
  tx.run(dropOld({ done }))
}
