import type { CallOutput } from '#shared/contract/index.ts';
import { type BusinessDate } from '#shared/dates.ts';
import type { Reader } from '../platform/db/statements.ts';
import { type CustomerRow } from './customers.repo.ts';
import { type HabitRow } from './figures/habit.repo.ts';
import { type Rhythm } from './figures/rhythm.ts';
import { type UsualItem } from './figures/usual.ts';
type Card = CallOutput<'customers.card'>;
/** What the counter shows of one customer. @param today business day. */
export declare const cardOf: (reader: Reader, row: CustomerRow, today: BusinessDate) => Card;
export declare const rhythmIn: (habit: HabitRow) => Rhythm | null;
/** Kept by the names on the receipts; shown by those of the products, so that joined spellings are one thing. */
export declare const usualIn: (reader: Reader, habit: HabitRow) => UsualItem[];
export {};
