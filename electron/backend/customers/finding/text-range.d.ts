/** Half-open, in code point order: from ≤ text < before; `before` is null where there is no end. */
export interface TextRange {
    readonly from: string;
    readonly before: string | null;
}
/** All texts that begin with `head`. */
export declare const beginningWith: (head: string) => TextRange;
