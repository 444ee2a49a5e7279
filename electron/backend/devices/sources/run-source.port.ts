import type { Source } from '#shared/contract/devices.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DeviceLog } from '../device-log.ts'
import { runSerialSource } from './serial-source.port.ts'
import { runSimulatedSource } from './simulated-source.port.ts'
import type { RunningSource, SourceSink } from './source.ts'
import { runTcpSource } from './tcp-source.port.ts'

/** Starts a source of any kind. Whatever is wrong with its port is told through the sink. */
export const runSource = (
  source: Source,
  sink: SourceSink,
  context: { readonly clock: Clock; readonly log: DeviceLog },
): RunningSource => {
  if (source.kind === 'serial') return runSerialSource(source, sink, context.clock)
  if (source.kind === 'tcp') return runTcpSource(source, sink, context.clock)
  if (source.kind === 'simulated') return runSimulatedSource(source, sink, context)
  // Files are brought in by hand, each as a stream of its own; there is nothing to run.
  source.kind satisfies 'file'
  sink.state('waiting', null)
  return { stop: async () => undefined }
}
