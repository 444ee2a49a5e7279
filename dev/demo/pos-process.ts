// The simulated POS, a process of its own: `pos-process.ts NOW serial PATH` or `… tcp PORT`. It knows nothing of the
// program that listens: it writes into a serial line or a socket, one print for each number it is sent.
import { openSerialPos, openTcpPos } from '#backend/devices/simulated/pos.port.ts'
import { story } from './story.ts'

const [now = '', kind = '', place = ''] = process.argv.slice(2)
const { prints, last } = story(Number(now))
const line = kind === 'serial' ? await openSerialPos(place) : openTcpPos('127.0.0.1', Number(place))

process.on('disconnect', () => process.exit(0))
process.on('message', (number: number) => {
  const { bytes } = prints[number] ?? last
  line.print(bytes).then(
    () => process.send?.({ printed: number }),
    () => process.send?.({ failed: number }),
  )
})
process.send?.('ready')
