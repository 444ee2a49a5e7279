import type { Schema } from '../../platform/db/schema.ts';
import type { Reader, Writer } from '../../platform/db/statements.ts';
export type TagRow = Schema['tag'];
export declare const tagsOf: (reader: Reader, customerId: number) => TagRow[];
/** All tags by name, with how many people have them. */
export declare const allTags: (reader: Reader) => (TagRow & {
    people: number;
})[];
export declare const tagNamed: (reader: Reader, name: string) => number | null;
export declare const addTag: (tx: Writer, row: TagRow) => void;
export declare const tagCustomer: (tx: Writer, customerId: number, tagId: number) => void;
export declare const untagCustomer: (tx: Writer, customerId: number, tagId: number) => void;
export declare const renameTag: (tx: Writer, id: number, name: string) => void;
/** From everybody, too. */
export declare const removeTag: (tx: Writer, id: number) => void;
export declare const customersWithTag: (reader: Reader, id: number) => number[];
export declare const tagExists: (reader: Reader, id: number) => boolean;
