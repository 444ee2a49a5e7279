import type { Reader, Writer } from '../../platform/db/statements.ts';
import type { PlainRow } from './personal-rows.ts';
/**
 * What stands with one person and goes with their row in `customer`, in an order in which it can be written again.
 * Habits, figures and letter pairs are not here: they are made anew.
 */
export declare const personalTables: {
    readonly customer: {
        readonly key: readonly ["id"];
        readonly owner: readonly ["id"];
    };
    readonly customer_detail: {
        readonly key: readonly ["customer_id"];
        readonly owner: readonly ["customer_id"];
    };
    readonly customer_anniversary: {
        readonly key: readonly ["id"];
        readonly owner: readonly ["customer_id"];
    };
    readonly customer_phone: {
        readonly key: readonly ["customer_id", "phone"];
        readonly owner: readonly ["customer_id"];
    };
    readonly membership_card: {
        readonly key: readonly ["code"];
        readonly owner: readonly ["customer_id"];
    };
    readonly customer_tag: {
        readonly key: readonly ["customer_id", "tag_id"];
        readonly owner: readonly ["customer_id"];
    };
    readonly customer_field_value: {
        readonly key: readonly ["customer_id", "field_id"];
        readonly owner: readonly ["customer_id"];
    };
    readonly household_member: {
        readonly key: readonly ["customer_id"];
        readonly owner: readonly ["customer_id"];
    };
    readonly customer_not_same: {
        readonly key: readonly ["one_id", "other_id"];
        readonly owner: readonly ["one_id", "other_id"];
    };
    readonly tier_reason: {
        readonly key: readonly ["set_id"];
        readonly owner: readonly ["customer_id"];
    };
};
export type PersonalTable = keyof typeof personalTables;
export declare const isPersonalTable: (name: string) => name is PersonalTable;
/** All rows of a table that stand with a customer. */
export declare const rowsOf: (reader: Reader, table: PersonalTable, customerId: number) => PlainRow[];
/** The row of the same key as it is now. */
export declare const rowLike: (reader: Reader, table: PersonalTable, row: PlainRow) => PlainRow | undefined;
export declare const removeRow: (tx: Writer, table: PersonalTable, row: PlainRow) => void;
export declare const insertRow: (tx: Writer, table: PersonalTable, row: PlainRow) => void;
/** Sets some columns of the row with the key of `row`. */
export declare const setColumns: (tx: Writer, table: PersonalTable, row: PlainRow, change: PlainRow) => void;
