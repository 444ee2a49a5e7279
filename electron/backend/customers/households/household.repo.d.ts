import type { Schema } from '../../platform/db/schema.ts';
import type { Reader, Writer } from '../../platform/db/statements.ts';
export type HouseholdRow = Schema['household'];
export type MemberRow = Schema['household_member'];
export declare const householdOf: (reader: Reader, customerId: number) => HouseholdRow | undefined;
export declare const memberRow: (reader: Reader, customerId: number) => MemberRow | undefined;
/** In the order in which they joined. */
export declare const membersOf: (reader: Reader, householdId: number) => {
    agreed_at: number | null;
    id: number;
    name: string;
    phone: string | null;
    points: number | null;
}[];
export declare const addHousehold: (tx: Writer, row: HouseholdRow) => void;
export declare const nameHousehold: (tx: Writer, id: number, name: string) => void;
export declare const putMember: (tx: Writer, row: MemberRow) => void;
export declare const removeMember: (tx: Writer, customerId: number) => void;
export declare const removeHousehold: (tx: Writer, id: number) => void;
export declare const householdExists: (reader: Reader, id: number) => boolean;
