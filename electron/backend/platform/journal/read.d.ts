import { type Capture, type Commit, type Marker } from './records.ts';
/** One record, opened; or a place where records are missing or cannot be read. */
export type Entry = {
    readonly kind: 'capture';
    readonly seq: number;
    readonly capture: Capture;
} | {
    readonly kind: 'commit';
    readonly seq: number;
    readonly commit: Commit;
} | {
    readonly kind: 'void';
    readonly seq: number;
    readonly voids: number;
} | {
    readonly kind: 'marker';
    readonly seq: number;
    readonly marker: Marker;
}
/** `seq` is the number of the last record before it. */
 | {
    readonly kind: 'hole';
    readonly seq: number;
    readonly reason: HoleReason;
};
/**
 * `bytes`: changed or missing inside a segment · `segment`: a whole segment is gone · `start`: the journal does
 * not reach back that far · `seal`: not sealed or signed by this ledger.
 */
export type HoleReason = 'bytes' | 'segment' | 'start' | 'seal';
export interface JournalSource {
    readonly folder: string;
    readonly ledgerId: string;
    /** X25519, raw. */
    readonly privateKey: Uint8Array;
    readonly dataKey: Uint8Array;
}
export interface ReadOptions extends JournalSource {
    /** Only what comes after this number. */
    readonly afterSeq: number;
    /** Leaves all other records sealed: opening the commits of a large import takes longer than they took to write. */
    readonly only?: 'capture';
}
/**
 * A journal's records in order, read one segment at a time. Never throws for what is in the files: what
 * cannot be read is told as a hole in its place, and reading goes on behind it.
 */
export declare function readJournal(options: ReadOptions): Generator<Entry>;
