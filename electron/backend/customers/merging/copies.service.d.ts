import type { Writer } from '../../platform/db/statements.ts';
import type { Ids } from '../../platform/ids.ts';
import type { Remembered } from './merge.repo.ts';
/**
 * Gives the one that stays what the other had and it has not. The other's own rows are gone already.
 * @returns the rows that were added.
 */
export declare const copiesFor: (tx: Writer, ids: Ids, kept: number, goneRows: readonly Remembered[], at: number) => Remembered[];
