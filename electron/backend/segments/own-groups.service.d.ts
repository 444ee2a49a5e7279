import type { CallParsed } from '#shared/contract/index.ts';
import type { Rule } from '#shared/contract/segment-rule.ts';
import type { BusinessDate } from '#shared/dates.ts';
import type { Clock } from '../platform/clock.ts';
import type { Reader, UnitOfWork } from '../platform/db/statements.ts';
import type { Ids } from '../platform/ids.ts';
import { type Views } from './view.service.ts';
/** Groups that the owner makes of rules. */
export interface OwnGroups {
    own(): {
        readonly id: number;
        readonly name: string;
        readonly rule: Rule;
    }[];
    /** Throws `segment.name-taken`, `segment.not-found`, `segment.circular`. @returns its id. */
    save(group: CallParsed<'segments.save'>): number;
    /** Throws `segment.not-found`, `segment.in-use`. */
    remove(id: number): void;
    /** Throws `segment.not-found`, `segment.name-taken`. */
    bringBack(id: number): void;
}
export interface OwnGroupsParts {
    readonly reader: Reader;
    readonly unit: UnitOfWork;
    readonly ids: Ids;
    readonly clock: Clock;
    readonly views: Views;
    readonly today: () => BusinessDate;
}
export declare const createOwnGroups: ({ reader, unit, ids, clock, views, today }: OwnGroupsParts) => OwnGroups;
