/**
 * One frame of a segment file, little-endian:
 * `DgJ1` · length of the whole frame u32 · type u8 · three zeros · sequence number u64 · body · chain hash.
 * The chain hash is SHA-256 over the hash of the frame before and all of this frame up to it. Only `head` and
 * `key` bodies are readable without the private key.
 */
export declare const frameTypes: {
    readonly head: 1;
    readonly key: 2;
    readonly capture: 3;
    readonly commit: 4;
    readonly void: 5;
    readonly marker: 6;
};
export type FrameType = keyof typeof frameTypes;
export interface Frame {
    readonly type: FrameType;
    /** A record's number; for `head` and `key` the number that the next record gets. */
    readonly seq: number;
    readonly body: Buffer;
    /** Chain hash, 32 bytes. */
    readonly hash: Buffer;
    /** Where the next frame begins. */
    readonly end: number;
}
export declare const prefixLength = 20;
export declare const hashLength = 32;
export declare const smallestFrame: number;
export declare const largestBody: number;
/** What the first frame of a journal is chained to. */
export declare const noHash: Buffer<ArrayBuffer>;
/** The part before the body; it also stands in what the body's seal authenticates. */
export declare const framePrefix: (type: FrameType, seq: number, bodyLength: number) => Buffer;
export declare const frame: (prefix: Buffer, body: Uint8Array, previous: Buffer) => {
    bytes: Buffer;
    hash: Buffer;
};
/** The frame at `offset`, or null when there is no whole, unchanged one that follows on `previous`. */
export declare const frameAt: (bytes: Buffer, offset: number, previous: Buffer) => Frame | null;
/** Where the next frame could begin. */
export declare const nextSync: (bytes: Buffer, from: number) => number | null;
