declare module '*.json' {
  const texts: Readonly<Record<string, unknown>>;
  export default texts;
}
