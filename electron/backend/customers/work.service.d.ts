import type { CallOutput, CallParsed, MethodName } from '#shared/contract/index.ts';
import { type Role } from '#shared/roles.ts';
import type { Loyalty } from '../loyalty/loyalty.service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Reader, UnitOfWork } from '../platform/db/statements.ts';
import type { Ids } from '../platform/ids.ts';
import type { Leaving } from './leaving/leaving.service.ts';
import type { CustomerMerging } from './merging/merging.service.ts';
type In<M extends MethodName> = CallParsed<M>;
type Out<M extends MethodName> = CallOutput<M>;
/** What an owner does with the ledger of customers, each in a unit of work of its own; see the contract. */
export interface CustomerWork {
    page(customerId: number): Out<'customers.page'>;
    timeline(asked: In<'customers.timeline'>): Out<'customers.timeline'>;
    change(asked: In<'customers.change'>): void;
    phones(asked: In<'customers.phones'>): void;
    days(asked: In<'customers.days'>): void;
    cards(asked: In<'customers.cards'>): string;
    notes(asked: In<'customers.notes'>): void;
    fields(): Out<'customers.fields'>;
    saveField(asked: In<'customers.saveField'>): number;
    tags(): Out<'customers.tags'>;
    saveTag(asked: In<'customers.saveTag'>): void;
    household(asked: In<'customers.household'>): void;
    consents(customerId: number): Out<'customers.consents'>;
    consent(asked: In<'customers.consent'>): void;
    wordings(): Out<'customers.wordings'>;
    moveReceipt(asked: In<'customers.moveReceipt'>): void;
    duplicates(): Promise<Out<'customers.duplicates'>>;
    notSame(asked: In<'customers.notSame'>): void;
    merge(asked: In<'customers.merge'>): number;
    unmerge(asked: In<'customers.unmerge'>): number;
    withdraw(customerId: number): void;
    destroy(customerId: number): void;
}
export interface CustomerWorkParts {
    readonly reader: Reader;
    readonly unit: UnitOfWork;
    readonly ids: Ids;
    readonly clock: Clock;
    readonly loyalty: Loyalty;
    readonly merging: CustomerMerging;
    readonly leaving: Leaving;
    /** Of whoever is at the PC. */
    readonly role: () => Role;
}
export declare const createCustomerWork: (parts: CustomerWorkParts) => CustomerWork;
export {};
