import type { Writer } from '../../platform/db/statements.ts';
import type { Ids } from '../../platform/ids.ts';
/** The customer has exactly these tags afterwards; those that nobody had are made. */
export declare const setTags: (tx: Writer, ids: Ids, customerId: number, names: readonly string[], at: number) => void;
/** The tag of that name, made where there is none. */
export declare const tagOf: (tx: Writer, ids: Ids, name: string, at: number) => number;
/** A new name, or null to take it from everybody. Whoever has a tag that gets another's name has that one then. */
export declare const saveTag: (tx: Writer, id: number, name: string | null) => void;
