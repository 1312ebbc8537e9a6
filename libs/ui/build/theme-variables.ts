import { convertCssVariables, defaultCssVariablesResolver, DEFAULT_THEME, mergeMantineTheme } from '@mantine/core';
import type { Plugin } from 'vite';
import { cssVariables, theme } from '../src/theme/theme.ts';

const name = 'virtual:theme-variables.css';

/** Colours no component here uses; their variables would be two thirds of the style sheet. */
const unused = /^--mantine-color-(?:blue|cyan|grape|indigo|lime|orange|pink|teal|violet)-/;

const without = (variables: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(variables).filter(([variable]) => !unused.test(variable)));

/**
 * The theme's CSS variables as a style sheet of the build. Mantine writes them into a `<style>` element when a page starts, which
 * `style-src 'self'` refuses; so they are computed here and the provider is told to write none.
 */
export const themeVariables = (): Plugin => ({
  name: 'theme-variables',
  resolveId: (id) => (id === name ? `\0${name}` : undefined),
  load: (id) => {
    if (id !== `\0${name}`) return undefined;
    const merged = mergeMantineTheme(DEFAULT_THEME, theme);
    const standard = defaultCssVariablesResolver(merged);
    const own = cssVariables(merged);
    return convertCssVariables({
      variables: without({ ...standard.variables, ...own.variables }),
      light: without({ ...standard.light, ...own.light }),
      dark: without({ ...standard.dark, ...own.dark }),
    });
  },
});
