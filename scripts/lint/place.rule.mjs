// @ts-check
/**
 * Where a file lives and what it is called: no catch-all folders, no barrels, kebab-case names with the role after a dot.
 * A barrel makes every import of a package an import of all of it, and hides who speaks to whom from the boundaries.
 */
const CATCH_ALL = new Set(['utils', 'util', 'helpers', 'common', 'dto', 'dtos', 'misc']);
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** @type {import('eslint').Rule.RuleModule} */
export const placeRule = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      folder: 'A folder named "{{name}}" gathers what belongs to no feature; put the file beside the feature it serves.',
      barrel: 'No barrels: import the file itself. Only a migrations folder has an index.ts.',
      name: 'File names are kebab-case, role after a dot: "{{name}}".',
    },
  },
  create(context) {
    return {
      Program(node) {
        const segments = context.filename.slice(context.cwd.length + 1).split(/[\\/]/);
        const file = segments.at(-1) ?? '';
        const folder = segments.slice(0, -1).find((segment) => CATCH_ALL.has(segment));
        if (folder) context.report({ node, messageId: 'folder', data: { name: folder } });
        if (/^index\.[cm]?[jt]sx?$/.test(file) && segments.at(-2) !== 'migrations') context.report({ node, messageId: 'barrel' });
        if (!NAME.test(file)) context.report({ node, messageId: 'name', data: { name: file } });
      },
    };
  },
};
