import type { Ledger } from '../../platform/ledger/open.ts';
/** Number of the first capture that has not become papers; null when all of them have. */
export declare const firstUnread: (ledger: Pick<Ledger, 'reader' | 'captures'>) => number | null;
