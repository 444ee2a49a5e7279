import type { CommitJournal } from '../db/unit-of-work.ts';
import { type FileIo } from '../files/io.ts';
import { type Capture, type Marker } from './records.ts';
export type { Capture } from './records.ts';
/** Append-only, sealed, fsynced. Nothing here can read what was written. */
export interface Journal {
    /**
     * Returns when the bytes are on disk, and only then may they be read or answered for.
     * @returns the record's number.
     * @throws DangolError `ledger.disk-full`, `ledger.io`: nothing was kept, the next call tries anew.
     */
    appendCapture(capture: Capture): number;
    readonly state: JournalState;
    close(): void;
}
export interface JournalState {
    /** Number of the last record. */
    readonly headSeq: number;
    /** Captures since the last unit of work: what waits while the ledger is locked. */
    readonly waitingCaptures: number;
    /** Bytes that a crash left unfinished at the end when it was opened; kept aside. */
    readonly tornBytes: number;
}
export interface JournalOptions {
    readonly folder: string;
    readonly ledgerId: string;
    /** X25519, raw 32 bytes. */
    readonly publicKey: Uint8Array;
    readonly io?: FileIo;
    readonly segmentBytes?: number;
}
/** The journal, and the part of it that only an open ledger may use. */
export interface OpenJournal {
    readonly journal: Journal;
    /** @param dataKey signs commits: whoever has only the public key cannot slip one in. */
    commits(dataKey: Uint8Array, schema: () => number, lastId: () => number): CommitJournal;
    mark(dataKey: Uint8Array, marker: Marker): number;
    skipTo(seq: number): void;
    /** A new segment, begun by a marker; nothing in it was known before. @returns the marker's number. */
    beginAnew(dataKey: Uint8Array, marker: Marker): number;
}
/**
 * Needs only the public key, so that the POS is captured while the ledger is locked.
 * @throws DangolError `ledger.foreign-parts` when it belongs to another ledger; `ledger.disk-full`, `ledger.io`.
 */
export declare const openJournal: (options: JournalOptions) => OpenJournal;
type SignedType = 'commit' | 'void' | 'marker';
export declare const signatureLength = 32;
export declare const signingKey: (dataKey: Uint8Array, ledgerId: string) => Buffer;
export declare const signature: (key: Uint8Array, type: SignedType, seq: number, plain: Uint8Array) => Buffer;
