import type { CallParsed } from '#shared/contract/index.ts';
import type { Writer } from '../../platform/db/statements.ts';
import type { Ids } from '../../platform/ids.ts';
import { type CustomerRow } from '../customers.repo.ts';
/** Throws `customer.phone-invalid`, `customer.phone-taken`. A number that is not there is removed already. */
export declare const changePhones: (tx: Writer, row: CustomerRow, { what, phone: typed, label }: CallParsed<'customers.phones'>, at: number) => void;
/** Throws `customer.day-invalid`. */
export declare const changeDays: (tx: Writer, ids: Ids, { customerId, add, remove }: CallParsed<'customers.days'>, at: number) => void;
/**
 * A card that somebody brings, or a code of the shop's own; or the end of one.
 * @returns its code. Throws `card.invalid`, `card.taken`, `card.not-found`.
 */
export declare const changeCards: (tx: Writer, ids: Ids, { customerId, what, code: typed }: CallParsed<'customers.cards'>, at: number) => string;
export declare const changeNotes: (tx: Writer, ids: Ids, { customerId, add, remove }: CallParsed<'customers.notes'>, at: number) => void;
