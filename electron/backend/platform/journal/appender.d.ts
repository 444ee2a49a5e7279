import type { FileIo } from '../files/io.ts';
import { type FrameType } from './frame.ts';
import { type Tail } from './tail.ts';
export interface AppenderOptions {
    readonly folder: string;
    readonly ledgerId: string;
    /** X25519, raw. */
    readonly publicKey: Uint8Array;
    readonly io: FileIo;
    /** A segment that has grown to this many bytes is followed by a new one. */
    readonly segmentBytes: number;
}
/**
 * The one writer of a journal. `append` returns when the record is on disk; when that fails, the segment is
 * given up at its last durable byte and the next append begins a new one, so that nothing that an fsync could
 * not vouch for is ever built upon.
 */
export interface Appender {
    append(type: Exclude<FrameType, 'head' | 'key'>, plain: (seq: number) => Uint8Array): number;
    readonly tail: Tail;
    nextSeq(): number;
    /** Numbers up to `seq` are taken: the ledger knows of records that this journal does not hold any more. */
    skipTo(seq: number): void;
    /** The next record begins a new segment: what is in those before it can be given up as a whole. */
    rotate(): void;
    close(): void;
}
/** @throws DangolError `ledger.disk-full`, `ledger.io`. */
export declare const openAppender: (options: AppenderOptions) => Appender;
/** Binds a sealed body to its type, number, length and ledger. */
export declare const sealContext: (prefix: Uint8Array, ledgerId: string) => Buffer;
