export declare const findElectron: (root: string) => string | null
