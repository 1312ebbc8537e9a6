declare module '*.json' {
  const texts: Readonly<Record<string, unknown>>;
  export default texts;
}
declare module '@nmirf/languages/en/vocabulary.json' {
  const texts: { readonly term: Readonly<Record<import('@nmirf/languages/terms').TermKind, Readonly<Record<string, string>>>> };
  export default texts;
}
declare module 'virtual:theme-variables.css';
declare module '*.css';
declare module 'virtual:world-map' {
  /** Where the coastlines are, their width over their height, and the place of each capital in per cent of both. */
  export const map: {
    readonly coastlines: string;
    readonly ratio: number;
    readonly places: Readonly<Record<string, readonly [x: number, y: number]>>;
  };
}
