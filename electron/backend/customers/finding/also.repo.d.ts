import type { Reader } from '../../platform/db/statements.ts';
import type { FoundCustomer } from './search.repo.ts';
import type { TextRange } from './text-range.ts';
/** Whoever has that card; cards that have ended count no more. */
export declare const findByCard: (reader: Reader, code: string) => FoundCustomer[];
/** By the end, or the beginning, of a further number. */
export declare const findByOtherPhone: (reader: Reader, column: 'last_four' | 'phone', range: TextRange, limit: number) => FoundCustomer[];
/** People with a tag that begins so: of the first few hundred the latest visitors. */
export declare const findByTag: (reader: Reader, range: TextRange, limit: number) => FoundCustomer[];
/**
 * People of whom something is written that has these letters in it, latest visitors first. The rarest pair of letters
 * gives the candidates, at most a thousand, and their texts decide.
 * @param letters lower case, without blanks, two at least.
 */
export declare const findInMemos: (reader: Reader, letters: string, limit: number) => FoundCustomer[];
