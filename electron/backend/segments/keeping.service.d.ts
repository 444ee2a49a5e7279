import type { BusinessDate } from '#shared/dates.ts';
import type { Reader, UnitOfWork } from '../platform/db/statements.ts';
import type { Standings } from './standing.service.ts';
import { type Views } from './view.service.ts';
/** Keeps who is in which group, business day by business day. */
export interface Keeping {
    /** Everything up to that day that is missing, in pieces. @returns how many days were kept. */
    catchUp(until: BusinessDate): Promise<number>;
    keptTo(): BusinessDate | null;
    /** Ends after the piece that runs; the day is begun anew next time. */
    stop(): void;
}
export declare const createKeeping: (reader: Reader, unit: UnitOfWork, views: Views, standings: Standings) => Keeping;
