import type { CallOutput, CallParsed } from '#shared/contract/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Reader, UnitOfWork, Writer } from '../platform/db/statements.ts';
import type { Ids } from '../platform/ids.ts';
import { type CustomerRow } from './customers.repo.ts';
export interface CustomersService {
    search(query: string): CallOutput<'customers.search'>;
    /** Throws `customer.not-found`. */
    card(customerId: number): CallOutput<'customers.card'>;
    /** Throws `customer.phone-invalid`, `customer.phone-taken`, `customer.name-missing`, `customer.consent-required`. */
    join(person: CallParsed<'customers.join'>): number;
    edit(person: CallParsed<'customers.edit'>): void;
    consentWording(): CallOutput<'customers.consentWording'>;
    /** Throws `customer.not-found`. */
    find(reader: Reader, customerId: number): CustomerRow;
}
export declare const createCustomersService: (reader: Reader, unit: UnitOfWork, ids: Ids, clock: Clock) => CustomersService;
/** Somebody joins: person, figures and consents, within the caller's unit of work. @returns the new id. */
export declare const joinCustomer: (tx: Writer, ids: Ids, at: number, person: CallParsed<'customers.join'>, joinedAt?: number) => number;
