import type { Schema } from '../../platform/db/schema.ts';
import type { Reader, Writer } from '../../platform/db/statements.ts';
type Wording = Schema['consent_wording'];
export type ConsentKind = Wording['kind'];
/** The newest wording of a kind: the one that is shown and that a consent refers to; undefined where there is none. */
export declare const latestWording: (reader: Reader, kind: ConsentKind) => Wording | undefined;
export declare const addWording: (tx: Writer, row: Wording) => void;
export declare const addConsent: (tx: Writer, row: Schema['consent']) => void;
/** The last word counts: consent and withdrawal are both rows. Undefined where it was never asked. */
export declare const lastConsent: (reader: Reader, customerId: number, kind: ConsentKind) => {
    readonly id: number;
    readonly given: boolean;
    readonly at: number;
} | undefined;
export declare const consentsTo: (reader: Reader, customerId: number, kind: ConsentKind) => boolean;
/** Every word with its wording, newest first. */
export declare const consentsOf: (reader: Reader, customerId: number) => {
    at: number;
    given: number;
    how: "counter" | "guest-screen" | "import" | "paper" | "phone";
    id: number;
    kind: "details" | "marketing" | "night" | "required" | "sensitive" | "sharing";
    text: string;
    version: number;
}[];
export {};
