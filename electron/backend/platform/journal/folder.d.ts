import type { FileIo } from '../files/io.ts';
import { type Scan, type SegmentHead } from './segment.ts';
/** Segment numbers in order. Empty when there is no such folder. */
export declare const listSegments: (folder: string) => number[];
export declare const segmentPath: (folder: string, segment: number) => string;
export declare const readSegment: (folder: string, segment: number) => Scan & {
    readonly bytes: Buffer;
};
export interface SegmentStart {
    readonly segment: number;
    /** Null when even its beginning cannot be read. */
    readonly head: SegmentHead | null;
    readonly firstSeq: number | null;
}
/** Reads only the first kilobyte. */
export declare const readSegmentStart: (folder: string, segment: number) => SegmentStart;
/**
 * Removes the segments that hold nothing after record `seq`, the oldest first, and what was kept aside of torn ends: what
 * is left always goes on without a gap. The last segment stays.
 * @returns the number with which the first one that is left begins.
 */
export declare const dropSegments: (folder: string, seq: number, io: FileIo) => number;
export declare const makeFolder: (folder: string, io: FileIo) => void;
/** A segment that was being begun when the process ended never held anything acknowledged. */
export declare const removeUnfinished: (folder: string) => void;
