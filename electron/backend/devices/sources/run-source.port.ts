import { join } from 'node:path'
import type { Source } from '#shared/contract/devices.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DeviceLog } from '../device-log.ts'
import { type FolderMemory, openFolderMemory } from './folder-memory.port.ts'
import { runFolderSource } from './folder-source.port.ts'
import { runForwardSource } from './forward-source.port.ts'
import { runPassThroughSource } from './pass-through-source.port.ts'
import { runSerialSource } from './serial-source.port.ts'
import { runSimulatedSource } from './simulated-source.port.ts'
import type { RunningSource, SourceSink } from './source.ts'
import { runTcpSource } from './tcp-source.port.ts'

export interface SourceContext {
  readonly clock: Clock
  readonly log: DeviceLog
  /** Where sources note down what they have read; made when it is missing. */
  readonly notesFolder: string
}

/** Starts a source of any kind. Whatever is wrong with its port is told through the sink. */
export const runSource = (source: Source, sink: SourceSink, context: SourceContext): RunningSource => {
  if (source.kind === 'serial') return runSerialSource(source, sink, context.clock)
  if (source.kind === 'pass-through') return runPassThroughSource(source, sink, context.clock)
  if (source.kind === 'forward') return runForwardSource(source, sink, context.clock)
  if (source.kind === 'tcp') return runTcpSource(source, sink, context.clock)
  if (source.kind === 'folder') {
    const memory = (): FolderMemory => openFolderMemory(join(context.notesFolder, `${source.id}.read`))
    return runFolderSource(source, sink, { ...context, memory })
  }
  if (source.kind === 'simulated') return runSimulatedSource(source, sink, context)
  // Files are brought in by hand, each as a stream of its own; there is nothing to run.
  source.kind satisfies 'file'
  sink.state('waiting', null)
  return { stop: async () => undefined }
}
