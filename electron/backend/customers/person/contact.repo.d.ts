import type { Schema } from '../../platform/db/schema.ts';
import type { Reader, Writer } from '../../platform/db/statements.ts';
export type PhoneRow = Schema['customer_phone'];
export type CardRow = Schema['membership_card'];
export type NoteRow = Schema['customer_note'];
export declare const phonesOf: (reader: Reader, customerId: number) => PhoneRow[];
export declare const putPhone: (tx: Writer, row: PhoneRow) => void;
/** @returns false where the customer has no such further number. */
export declare const removePhone: (tx: Writer, customerId: number, phone: string) => boolean;
export declare const cardWith: (reader: Reader, code: string) => CardRow | undefined;
export declare const cardsOf: (reader: Reader, customerId: number) => CardRow[];
export declare const addCard: (tx: Writer, row: CardRow) => void;
/** @returns false where the customer has no such card that still counts. */
export declare const endCard: (tx: Writer, customerId: number, code: string, at: number) => boolean;
export declare const addNote: (tx: Writer, row: NoteRow) => void;
export declare const removeNote: (tx: Writer, customerId: number, id: number) => boolean;
