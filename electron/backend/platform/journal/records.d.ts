import type { EpochMs } from '#shared/dates.ts';
import type { RecordedStatement } from '../db/statements.ts';
/** Bytes from a source, kept before they are read. */
export interface Capture {
    readonly sourceId: string;
    readonly at: EpochMs;
    readonly encoding: string;
    readonly bytes: Uint8Array;
    /** Something that happened on the line instead of bytes, such as `gap` or `close`. */
    readonly event?: string;
}
/** The writes of one unit of work. */
export interface Commit {
    /** The ledger's `user_version` when they ran. */
    readonly schema: number;
    /** The greatest row id given so far. */
    readonly lastId: number;
    readonly statements: readonly RecordedStatement[];
}
/** Length of the head u16 · head as JSON · the bytes as they came. */
export declare const encodeCapture: (capture: Capture) => Buffer;
/** @throws Error when it is no capture. */
export declare const decodeCapture: (plain: Buffer) => Capture;
/** JSON with each SQL text once, deflated. */
export declare const encodeCommit: (commit: Commit) => Buffer;
/** @throws Error when it is no commit. */
export declare const decodeCommit: (plain: Buffer) => Commit;
export declare const encodeVoid: (seq: number) => Buffer;
export declare const decodeVoid: (plain: Buffer) => number;
/** Something worth knowing that changes no row: rebuilt, or begun anew because a person's traces were to go. */
export declare const markers: readonly ['recovered', 'wiped'];
export type Marker = {
    readonly what: (typeof markers)[number];
    readonly at: EpochMs;
};
export declare const encodeMarker: (content: Marker) => Buffer;
export declare const decodeMarker: (plain: Buffer) => Marker;
