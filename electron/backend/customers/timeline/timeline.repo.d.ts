import type { Reader } from '../../platform/db/statements.ts';
/** Each gives what is older than `before` (ms), newest first, at most `limit`. */
interface Asked {
    readonly customerId: number;
    readonly before: number;
    readonly limit: number;
}
export declare const receiptsBefore: (reader: Reader, { customerId, before, limit }: Asked) => {
    at: number;
    id: number;
    kind: "order" | "refund" | "sale";
    points: number | null;
    total: number;
}[];
/** Names of the items of a receipt, in order, without options. */
export declare const itemNames: (reader: Reader, receiptId: number) => string[];
/** What happened to points beside what sales gave. */
export declare const pointsBefore: (reader: Reader, { customerId, before, limit }: Asked) => {
    at: number;
    id: number;
    kind: "bonus" | "correction" | "expire" | "leave" | "move" | "opening" | "spend";
    points: number;
    text: string | null;
}[];
export declare const couponsBefore: (reader: Reader, { customerId, before, limit }: Asked) => {
    at: number;
    id: number;
    name: string;
}[];
export declare const couponsUsedBefore: (reader: Reader, { customerId, before, limit }: Asked) => {
    at: number;
    id: number;
    kind: "free" | "move" | "proof" | "use" | "withdraw";
    name: string;
}[];
export declare const notesBefore: (reader: Reader, { customerId, before, limit }: Asked) => {
    at: number;
    id: number;
    text: string;
}[];
export declare const consentsBefore: (reader: Reader, { customerId, before, limit }: Asked) => {
    at: number;
    given: number;
    id: number;
    kind: "details" | "marketing" | "night" | "required" | "sensitive" | "sharing";
}[];
export {};
