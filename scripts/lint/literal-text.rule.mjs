// @ts-check
/** Words people read come from the catalogues of libs/languages; a letter written in JSX speaks one language only. */
const LETTER = /\p{L}/u;
const SPOKEN_ATTRIBUTES = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'description',
  'error',
  'label',
  'placeholder',
  'title',
]);

/** @param {unknown} value */
const speaks = (value) => typeof value === 'string' && LETTER.test(value);

/** @param {any} expression */
const spoken = (expression) =>
  (expression?.type === 'Literal' && speaks(expression.value)) ||
  (expression?.type === 'TemplateLiteral' && expression.quasis.some((/** @type {any} */ quasi) => speaks(quasi.value.cooked)));

/** @type {import('eslint').Rule.RuleModule} */
export const literalTextRule = {
  meta: { type: 'problem', schema: [], messages: { literal: 'Text shown to people comes from the catalogues: t("…").' } },
  create(context) {
    const report = (/** @type {any} */ node) => context.report({ node, messageId: 'literal' });
    return {
      JSXText(/** @type {any} */ node) {
        if (speaks(node.value)) report(node);
      },
      'JSXElement > JSXExpressionContainer'(/** @type {any} */ node) {
        if (spoken(node.expression)) report(node);
      },
      JSXAttribute(/** @type {any} */ node) {
        if (!SPOKEN_ATTRIBUTES.has(node.name.name)) return;
        const value = node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value;
        if (spoken(value)) report(node);
      },
    };
  },
};
