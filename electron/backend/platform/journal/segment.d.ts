import { z } from 'zod';
import { type Frame } from './frame.ts';
/** The readable first frame of every segment. */
declare const head: z.ZodObject<{
    version: z.ZodLiteral<1>;
    ledgerId: z.ZodUUID;
    sealedTo: z.ZodString;
    segment: z.ZodNumber;
    previous: z.ZodString;
    reason: z.ZodEnum<{
        behind: "behind";
        failed: "failed";
        first: "first";
        full: "full";
        hole: "hole";
        torn: "torn";
    }>;
}, z.core.$strict>;
export type SegmentHead = z.infer<typeof head>;
export declare const segmentName: (segment: number) => string;
/** Null for anything else that lies in the folder. */
export declare const segmentNumber: (name: string) => number | null;
export declare const headFrame: (content: SegmentHead, firstSeq: number) => {
    bytes: Buffer;
    hash: Buffer;
};
export interface Hole {
    /** Number of the last whole record before it; null when it is the segment's very beginning. */
    readonly afterSeq: number | null;
    readonly offset: number;
    readonly length: number;
}
export interface Scan {
    readonly head: SegmentHead | null;
    readonly firstSeq: number;
    /** Whole frames in order, without the head. */
    readonly frames: readonly Frame[];
    /** What could not be read, with whole frames after it. */
    readonly holes: readonly Hole[];
    /** Unreadable bytes at the end: what a crash left of the last write. */
    readonly torn: Hole | null;
    readonly lastHash: Buffer;
    /** Just behind the last whole frame. */
    readonly end: number;
}
/**
 * Reads one segment's frames. Never throws, whatever the bytes: after a place that does not fit, it goes on
 * at the next frame that follows on the 32 bytes before it.
 */
export declare const scanSegment: (bytes: Buffer) => Scan;
/** The head alone, from a segment's first kilobyte or more. */
export declare const headAt: (bytes: Buffer) => {
    readonly head: SegmentHead;
    readonly frame: Frame;
} | null;
export {};
