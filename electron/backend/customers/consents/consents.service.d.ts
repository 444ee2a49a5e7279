import type { CallOutput, CallParsed } from '#shared/contract/index.ts';
import type { Reader, Writer } from '../../platform/db/statements.ts';
import type { Ids } from '../../platform/ids.ts';
import { type ConsentKind } from './consent.repo.ts';
type How = CallOutput<'customers.consents'>[number]['how'];
export interface Wording {
    readonly kind: ConsentKind;
    readonly version: number;
    readonly text: string;
}
/** The wording in force; in a ledger from before this kind of consent the first one that it will get. */
export declare const wordingInForce: (reader: Reader, kind: ConsentKind) => Wording;
export declare const wordings: (reader: Reader) => Wording[];
/**
 * One more word of a customer, within the caller's unit of work; the words before it stay.
 * @param saidAt when it was said, where that was earlier.
 * @returns the id of the consent.
 */
export declare const sayConsent: (tx: Writer, ids: Ids, said: {
    readonly customerId: number;
    readonly kind: ConsentKind;
    readonly given: boolean;
    readonly how: How;
}, at: number, saidAt?: number) => number;
/** Throws `consent.leaving`: who takes back the required one leaves, and is asked how. */
export declare const refuseLeaving: ({ kind, given }: CallParsed<'customers.consent'>) => void;
export declare const consentHistory: (reader: Reader, customerId: number) => CallOutput<'customers.consents'>;
export { consentsTo } from './consent.repo.ts';
