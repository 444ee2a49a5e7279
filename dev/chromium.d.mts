export declare const findChromium: (
  env?: Readonly<Record<string, string | undefined>>,
  platform?: NodeJS.Platform,
) => string | null
