import type { CallParsed } from '#shared/contract/index.ts';
import type { Writer } from '../../platform/db/statements.ts';
import type { Ids } from '../../platform/ids.ts';
import { type CustomerRow } from '../customers.repo.ts';
export type PersonChange = CallParsed<'customers.change'>['change'];
/**
 * Changes what is given, within the caller's unit of work. Throws `customer.not-found`, `customer.phone-invalid`,
 * `customer.phone-taken`, `customer.name-missing`, `customer.day-invalid` and those of the shop's fields.
 */
export declare const changePerson: (tx: Writer, ids: Ids, customerId: number, change: PersonChange, at: number) => void;
/** Throws `customer.name-missing`. */
export declare const named: (text: string) => Pick<CustomerRow, 'name' | 'initials'>;
/** Throws `customer.phone-invalid`, `customer.phone-taken`. @param self may have it already. */
export declare const reachable: (tx: Writer, typed: string, self: number | null) => Pick<CustomerRow, 'phone' | 'last_four'>;
