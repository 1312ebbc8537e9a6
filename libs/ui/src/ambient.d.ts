declare module '*.json' {
  const texts: Readonly<Record<string, unknown>>;
  export default texts;
}
declare module 'virtual:theme-variables.css';
declare module '*.css';
