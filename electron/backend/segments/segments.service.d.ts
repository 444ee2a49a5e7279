import type { CallOutput, CallParsed } from '#shared/contract/index.ts';
import type { Rule } from '#shared/contract/segment-rule.ts';
import type { SegmentSettings } from '#shared/contract/segments.ts';
import type { Clock } from '../platform/clock.ts';
import type { Reader, UnitOfWork } from '../platform/db/statements.ts';
import type { Emit } from '../platform/emit.ts';
import type { Ids } from '../platform/ids.ts';
import type { Log } from '../platform/log/log.ts';
import { membersNow } from './evaluate.repo.ts';
import { type OwnGroups } from './own-groups.service.ts';
export interface SegmentsService extends OwnGroups {
    list(): Promise<CallOutput<'segments.list'>>;
    /** Throws `segment.not-found`, `segment.circular`. */
    count(rule: Rule): Promise<CallOutput<'segments.count'>>;
    /** Ids of those whom a rule finds now, ascending. */
    members(rule: Rule): Promise<number[]>;
    compare(pair: CallParsed<'segments.compare'>): Promise<CallOutput<'segments.compare'>>;
    history(asked: CallParsed<'segments.history'>): CallOutput<'segments.history'>;
    flow(asked: CallParsed<'segments.flow'>): CallOutput<'segments.flow'>;
    choices(): CallOutput<'segments.choices'>;
    settings(): SegmentSettings;
    saveSettings(settings: SegmentSettings): void;
    /** A group as it stands now, as a list within another query over customers. */
    membersNow(segmentId: number): ReturnType<typeof membersNow>;
    /** Keeps the business days that are over, where that is still to be done. Never rejects. */
    look(): Promise<void>;
    stop(): Promise<void>;
}
export interface SegmentsParts {
    readonly reader: Reader;
    readonly unit: UnitOfWork;
    readonly ids: Ids;
    readonly clock: Clock;
    readonly log: Log;
    readonly emit: Emit;
}
export declare const createSegments: ({ reader, unit, ids, clock, log, emit }: SegmentsParts) => SegmentsService;
