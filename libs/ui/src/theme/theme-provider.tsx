import { DirectionContext, MantineProvider } from '@mantine/core';
import { directionOf } from '@nmirf/languages/languages';
import { useMemo, type ReactNode } from 'react';
import { useLanguage } from '../language/use-language.js';
import { theme } from './theme.js';

const ignore = (): void => undefined;

/**
 * Theme and direction. It writes no `<style>` elements, which the policy would refuse: variables come from the build, and Mantine's
 * responsive props and `hiddenFrom` are not to be used. Direction follows the language without rebuilding what is below.
 */
export const ThemeProvider = ({ children }: { readonly children: ReactNode }) => {
  const dir = directionOf(useLanguage());
  const direction = useMemo(() => ({ dir, toggleDirection: ignore, setDirection: ignore }), [dir]);
  return (
    <DirectionContext value={direction}>
      <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
        {children}
      </MantineProvider>
    </DirectionContext>
  );
};
