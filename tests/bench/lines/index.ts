// `npm run bench:lines [-- --unpluggings=200 --minutes=30]`: real lines for long, too long for `npm test`.
import { hasSocat } from '../../helpers/devices/pty-cable.ts'
import { benchTable } from '../report.ts'
import { type Measured, measured } from '../row.ts'
import { percentile } from '../statistics.ts'
import { longStream } from './long-stream.ts'
import { unpluggings } from './unplugging.ts'

const numberOf = (name: string, usual: number): number => {
  const given = process.argv.find((word) => word.startsWith(`--${name}=`))
  return given === undefined ? usual : Number(given.slice(name.length + 3))
}

/** Rows of the unpluggings; a byte that is missing or changed makes them miss their budget. */
const unpluggingRows = async (rounds: number): Promise<Measured[]> => {
  const { back, sent, heard } = await unpluggings(rounds)
  const conditions = `${rounds} unpluggings, the cable's process killed each time`
  return [
    measured(true, {
      name: 'unplugged and plugged in: open again, longest',
      conditions,
      value: percentile(back, 1),
      unit: 'ms',
      budget: { most: 5000 },
    }),
    measured(true, {
      name: 'bytes that arrived and were lost or changed',
      conditions,
      value: sent.equals(heard) ? 0 : Math.max(1, Math.abs(sent.length - heard.length)),
      unit: 'bytes',
      budget: { most: 0 },
    }),
  ]
}

const streamRow = async (minutes: number): Promise<Measured> => {
  const { bytes, stalls, sent, printed, heard } = await longStream(minutes)
  console.log(`sent ${sent}\nprinted ${printed}\nheard ${heard}`)
  return measured(true, {
    name: 'streams whose hash differs from what was sent',
    conditions: `${minutes} min of 115,200 baud passed on, ${bytes} bytes, ${stalls} stalls, at printer and ledger`,
    value: Number(printed !== sent) + Number(heard !== sent),
    unit: 'of 2',
    budget: { most: 0 },
  })
}

if (hasSocat) {
  const rows: Measured[] = []
  const rounds = numberOf('unpluggings', 200)
  const minutes = numberOf('minutes', 30)
  if (rounds > 1) rows.push(...(await unpluggingRows(rounds)))
  if (minutes > 0) rows.push(await streamRow(minutes))
  console.log(`\n${benchTable(rows).join('\n')}`)
  process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1
} else {
  console.error('Real lines are made by socat, which is not installed here.')
  process.exitCode = 2
}
