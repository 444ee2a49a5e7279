import type { CallOutput, CallParsed } from '#shared/contract/index.ts';
import { type EpochMs } from '#shared/dates.ts';
import type { CustomersService } from '../customers/customers.service.ts';
import type { Reader, UnitOfWork } from '../platform/db/statements.ts';
import type { Ids } from '../platform/ids.ts';
import type { Stamping } from './stamping.service.ts';
/** Cards and their rules for the office, and what lies on somebody's cards. See the contract for what each throws. */
export interface StampsService {
    cards(): CallOutput<'stamps.cards'>;
    saveRule(rule: CallParsed<'stamps.saveRule'>): number;
    ofCustomer(customerId: number, receiptId: number | null): CallOutput<'stamps.ofCustomer'>;
    history(customerId: number, limit: number): CallOutput<'stamps.history'>;
    correct(change: CallParsed<'stamps.correct'>): void;
}
export interface StampsParts {
    readonly reader: Reader;
    readonly unit: UnitOfWork;
    readonly ids: Ids;
    readonly now: () => EpochMs;
    readonly stamping: Stamping;
    readonly customers: Pick<CustomersService, 'find'>;
}
export declare const createStampsService: (parts: StampsParts) => StampsService;
