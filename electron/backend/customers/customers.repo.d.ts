import type { Schema } from '../platform/db/schema.ts';
import type { Reader, Writer } from '../platform/db/statements.ts';
export type CustomerRow = Schema['customer'];
export declare const findCustomer: (reader: Reader, id: number) => CustomerRow | undefined;
/** @param phone normalised digits. */
export declare const customerWithPhone: (reader: Reader, phone: string) => number | null;
export declare const readFigures: (reader: Reader, id: number) => Schema['customer_figures'] | undefined;
/** Items (no options, nothing free) since a day, at most the latest 400. */
export declare const boughtSince: (reader: Reader, id: number, since: string) => {
    name: string;
    quantity: number;
    date: string;
}[];
export declare const addCustomer: (tx: Writer, row: CustomerRow) => void;
export declare const changeCustomer: (tx: Writer, id: number, change: Partial<Pick<CustomerRow, 'name' | 'initials' | 'phone' | 'last_four' | 'memo'>> & {
    updated_at: number;
}) => void;
