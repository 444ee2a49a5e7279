import type { FileIo } from '../files/io.ts';
import type { SegmentHead } from './segment.ts';
/** Where the next record goes. */
export interface Tail {
    readonly nextSeq: number;
    readonly hash: Buffer;
    /** Number of the last segment file; 0 when there is none. */
    readonly segment: number;
    /** Bytes of that segment that count. */
    readonly end: number;
    /** Null: go on in that segment. Otherwise a new one is begun, for this reason. */
    readonly fresh: SegmentHead['reason'] | null;
    /** Bytes of an unfinished last write, now kept aside. */
    readonly tornBytes: number;
    /** Captures after the last commit: what waits to be read. */
    readonly waitingCaptures: number;
}
/**
 * Finds the end of a journal. What a crash left of the last write is kept aside in `torn/` and cut off; the
 * numbers that it may have held are never given again, in case one of them had been acknowledged after all.
 */
export declare const findTail: (folder: string, io: FileIo) => Tail;
