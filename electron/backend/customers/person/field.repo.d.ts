import type { Schema } from '../../platform/db/schema.ts';
import type { Reader, Writer } from '../../platform/db/statements.ts';
export type FieldRow = Schema['customer_field'];
export type FieldValueRow = Schema['customer_field_value'];
/** What the shop wants to see at the counter, in its own order. */
export declare const counterFields: (reader: Reader, customerId: number) => {
    name: string;
    value: string;
}[];
/** In the shop's order, those that were put away last. */
export declare const allFields: (reader: Reader) => FieldRow[];
export declare const findField: (reader: Reader, id: number) => FieldRow | undefined;
/** Of all fields, in order. */
export declare const allChoices: (reader: Reader) => Schema['customer_field_choice'][];
export declare const choicesOf: (reader: Reader, fieldId: number) => string[];
export declare const putField: (tx: Writer, row: FieldRow) => void;
export declare const putChoices: (tx: Writer, fieldId: number, names: readonly string[]) => void;
/** Values that somebody has of a choice that is not among `names` any more. */
export declare const usedChoices: (reader: Reader, fieldId: number) => string[];
export declare const valuesOf: (reader: Reader, customerId: number) => FieldValueRow[];
/** A row without text and number takes the value away. */
export declare const putValue: (tx: Writer, row: FieldValueRow) => void;
