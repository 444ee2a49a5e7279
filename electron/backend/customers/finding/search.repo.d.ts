import type { Reader } from '../../platform/db/statements.ts';
import type { TextRange } from './text-range.ts';
/** What the list at the counter shows; the service masks the phone. */
export interface FoundCustomer {
    readonly id: number;
    readonly name: string;
    readonly phone: string | null;
    readonly visits: number;
    readonly last_visit: string | null;
    readonly points: number;
}
type Column = 'last_four' | 'initials' | 'name' | 'phone';
/** Customers whose column stands in the range, latest visitors first. */
export declare const findInRange: (reader: Reader, column: Column, range: TextRange, limit: number) => FoundCustomer[];
/** Customers whose column has the part in it, of the first few hundred found the latest visitors first. */
export declare const findContaining: (reader: Reader, column: Column, part: string, limit: number) => FoundCustomer[];
export {};
