import { type KeyObject } from 'node:crypto';
/**
 * Records are sealed with a key that is good for a short run of them. It is agreed between a key pair drawn
 * for the run and the journal's public key: only the public halves are written down, so that whoever appends
 * cannot read, once the run is over, not even what it wrote itself.
 */
export interface RunKey {
    /** X25519, raw: the body of the run's `key` frame. */
    readonly publicHalf: Buffer;
    readonly key: KeyObject;
}
export declare const newRunKey: (journalPublicKey: Uint8Array) => RunKey;
/** The same key, for who holds the journal's private key. Null when the half is no usable point. */
export declare const runKeyFor: (publicHalf: Uint8Array, journalPrivateKey: Uint8Array) => KeyObject | null;
