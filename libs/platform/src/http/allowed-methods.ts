/** As much of Express's router as is asked here. */
interface Layer {
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}
interface ExpressLike {
  readonly router: { readonly stack: readonly Layer[] };
}

/** The methods some route answers `path` with, in capitals; empty when there is no such path. */
export const allowedMethods = (express: object, path: string): string[] => {
  const routes = (express as ExpressLike).router.stack.filter((layer) => layer.route !== undefined && layer.match(path));
  const methods = routes.flatMap(({ route }) => Object.keys(route?.methods ?? {}).filter((method) => method !== '_all'));
  if (methods.includes('get')) methods.push('head');
  return [...new Set(methods.map((method) => method.toUpperCase()))].sort();
};
