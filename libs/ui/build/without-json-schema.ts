import type { Plugin } from 'vite';

const makers = /zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/;
const exported = /export (?:const|function) (\w+)/g;

/** Servers describe their API by JSON Schema; a browser never makes one, and it would bring what makes it with every schema. */
export const withoutJsonSchema = (): Plugin => ({
  name: 'without-json-schema',
  transform: {
    filter: { id: makers },
    handler: (code) => [...code.matchAll(exported)].map(([, name]) => `export const ${String(name)} = () => () => undefined;`).join('\n'),
  },
});
