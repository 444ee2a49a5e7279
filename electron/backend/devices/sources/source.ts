import type { SourceStatus } from '#shared/contract/devices.ts'
import type { EpochMs } from '#shared/dates.ts'

/**
 * Where a running source hands over what it heard. A stream is one opening of a port or one connection: papers
 * never go on from one stream to the next. None of these may throw; the service guards them.
 */
export interface SourceSink {
  bytes(streamId: string, bytes: Uint8Array, at: EpochMs): void
  /** The stream ended: what stands half printed is all that will come. */
  closed(streamId: string, at: EpochMs): void
  state(connection: SourceStatus['connection'], problem: SourceStatus['problem']): void
}

/** A source at work; `stop` closes its streams and frees port or socket before it resolves. */
export interface RunningSource {
  /** The PC woke up: lines are opened anew at once. A source that has none ignores it. */
  wake?(): void
  stop(): Promise<void>
}
