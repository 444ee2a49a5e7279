import type { Reader, Writer } from '../../platform/db/statements.ts';
import { type HabitRow } from './habit.repo.ts';
/** In the same unit of work as whatever changed the customer's receipts or entries. */
export declare const refreshFigures: (tx: Writer, customerId: number) => void;
/** A customer's habits as their receipts say them; what is kept has to be equal to it. */
export declare const habitOf: (reader: Reader, customerId: number) => HabitRow;
