import type { TextRange } from './text-range.ts';
/** What somebody typed into the counter's field, sorted out. */
export type SearchQuery = {
    readonly kind: 'nothing';
}
/** Digits only, separators gone: the end, the beginning or a part of a phone. */
 | {
    readonly kind: 'digits';
    readonly digits: string;
} | {
    readonly kind: 'initials';
    readonly initials: string;
}
/** Begins as `text`, whatever its last syllable and its bare initials become; or has `text` in it. */
 | {
    readonly kind: 'name';
    readonly text: string;
    readonly range: TextRange;
};
/** @param typed as it came from the keyboard, half-composed syllables included. */
export declare const searchQueryOf: (typed: string) => SearchQuery;
