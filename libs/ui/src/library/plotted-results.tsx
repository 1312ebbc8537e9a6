import type { LibraryPractice } from '@nmirf/contracts/practices/library';
import { useTranslation } from 'react-i18next';
import { ResultsPlot } from '../chart/results-plot.js';
import { Content, type ContentText } from '../language/content-text.js';
import { useFormats } from '../language/use-language.js';

type Result = Pick<LibraryPractice['summary']['results'][number], 'indicator' | 'unit' | 'before' | 'after'>;

/** A figure with its unit, as people read it. */
export const useFigure = (): ((value: number | undefined, unit: Result['unit']) => string) => {
  const { t } = useTranslation();
  const formats = useFormats();
  return (value, unit) => {
    if (value === undefined) return t('practice.noFigure');
    if (unit === 'percent') return formats.percent(value);
    return unit === 'days' ? t('practice.days', { count: value }) : formats.number(value);
  };
};

/** A single count fills its own scale whatever it is: drawn, it would say nothing. */
const hasScale = ({ before, unit }: Result): boolean => before !== undefined || unit === 'percent';

interface PlottedResultsProperties {
  readonly results: readonly Result[];
  readonly pick: (texts: readonly ContentText[]) => ContentText | undefined;
}

/** Results drawn before and after, each with its figure. */
export const PlottedResults = ({ results, pick }: PlottedResultsProperties) => {
  const { t } = useTranslation();
  const figure = useFigure();
  const plotted = results.filter(hasScale).map(({ indicator, before, after, unit }) => ({
    label: <Content as="span" text={pick(indicator)} />,
    before: before === undefined ? undefined : { value: before, text: figure(before, unit) },
    after: { value: after, text: figure(after, unit) },
    top: unit === 'percent' ? 100 : undefined,
  }));
  return plotted.length === 0 ? null : <ResultsPlot results={plotted} before={t('practice.before')} after={t('practice.after')} />;
};
