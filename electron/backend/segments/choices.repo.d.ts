import type { Reader } from '../platform/db/statements.ts';
interface Named {
    readonly id: number;
    readonly name: string;
}
/** What rules can refer to. Products that are joined to another one are not offered. */
export declare const readChoices: (reader: Reader) => {
    products: {
        id: number;
        name: string;
    }[];
    categories: {
        id: number;
        name: string;
    }[];
    tags: Named[];
    tiers: Named[];
    fields: {
        choices: string[];
        id: number;
        kind: "choice" | "date" | "number" | "text";
        name: string;
    }[];
};
export {};
