import type { Reader, Writer } from '../../platform/db/statements.ts';
import { type Remembered } from './merge.repo.ts';
export declare const readRemembered: (reader: Reader, mergeId: number) => Remembered[];
/** Gives the one that stayed its own columns back, takes away what was added, writes the other's rows again. */
export declare const putApart: (tx: Writer, rows: readonly Remembered[]) => void;
