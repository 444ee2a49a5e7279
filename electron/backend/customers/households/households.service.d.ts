import type { CallOutput, CallParsed } from '#shared/contract/index.ts';
import type { Reader, Writer } from '../../platform/db/statements.ts';
import type { Ids } from '../../platform/ids.ts';
type Change = CallParsed<'customers.household'>['what'];
export declare const householdView: (reader: Reader, customerId: number) => CallOutput<'customers.page'>['household'];
/**
 * Joining and leaving, its name, and each member's own word on sharing points.
 * Throws `household.two`: both belong to different ones; `household.none`; `household.self`.
 */
export declare const changeHousehold: (tx: Writer, ids: Ids, customerId: number, change: Change, at: number) => void;
/** Who shared until now no longer does, and has said so; one alone is no household. Nothing for who is in none. */
export declare const leaveHousehold: (tx: Writer, ids: Ids, customerId: number, at: number) => void;
export {};
