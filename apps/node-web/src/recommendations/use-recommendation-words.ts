import type { RecommendationView } from '@nmirf/contracts/recommendations/recommendation';
import { countryNamed } from '@nmirf/languages/country-names';
import { useFormats } from '@nmirf/ui/language/use-language';
import { useTerms } from '@nmirf/ui/language/use-terms';
import { useTranslation } from 'react-i18next';

type Found = Pick<RecommendationView, 'body' | 'themes' | 'sdgs' | 'affectedPersons' | 'recommendingStates'>;

interface Words {
  readonly body: string;
  /** Themes, then goals. */
  readonly themes: readonly string[];
  readonly persons: readonly string[];
  readonly states: readonly string[];
}

/** What the lists of OHCHR say in English, in the language on screen; what no catalogue knows stays as it was written. */
export const useRecommendationWords = (): ((found: Found) => Words) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const name = useTerms();
  /** Lists write a goal as its number and its name: "3 - GOOD HEALTH AND WELL-BEING". */
  const goal = (written: string): string => {
    const number = /^\d+/.exec(written)?.[0];
    return number === undefined ? written : `${formats.number(Number(number))} · ${t(`sdg.${number}`, { defaultValue: written })}`;
  };
  const state = (written: string): string => {
    const code = countryNamed(written);
    return code === undefined ? written : formats.country(code);
  };
  return ({ body, themes, sdgs, affectedPersons, recommendingStates }) => ({
    body: name('body', body),
    themes: [...themes.map((theme) => name('theme', theme)), ...sdgs.map(goal)],
    persons: affectedPersons.map((group) => name('group', group)),
    states: recommendingStates.map(state),
  });
};
