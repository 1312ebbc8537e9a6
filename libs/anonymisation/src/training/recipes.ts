import { FEATURES } from '../tagger/features.js';
import { pack } from '../tagger/model.js';
import { vocabularyOf } from '../tagger/vocabulary.js';
import { type Copies, linesFrom, type TrainingSet, vocabularyFrom } from './lines.js';
import { type Recipe as Steps, train } from './random-field.js';
import { arabicSets, latinSets, type Read } from './training-sets.js';

/** All that decides what a tagger becomes, beside the data. */
export interface Recipe {
  readonly file: string;
  readonly licence: string;
  readonly tags: readonly string[];
  readonly bits: number;
  /** What one step of a stored byte is worth. */
  readonly unit: number;
  readonly copies: Copies;
  readonly steps: Omit<Steps, 'tags' | 'bits' | 'each'>;
  readonly sets: (read: Read) => TrainingSet[];
}

export const RECIPES: Readonly<Record<'latin' | 'arabic', Recipe>> = {
  latin: {
    file: 'latin.bin',
    licence: 'MIT',
    tags: ['nothing', 'person', 'place', 'organisation', 'date', 'code', 'trait', 'number'],
    bits: 17,
    unit: 0.02,
    copies: { renamed: 1, recased: 0.5 },
    steps: { epochs: 6, seed: 3, rate: 0.05, decay: 0.003 },
    sets: latinSets,
  },
  arabic: {
    file: 'arabic.bin',
    licence: 'CC-BY-SA-4.0',
    tags: ['nothing', 'person', 'place', 'organisation'],
    bits: 17,
    unit: 0.02,
    copies: { renamed: 1, recased: 0 },
    steps: { epochs: 6, seed: 3, rate: 0.05, decay: 0.003 },
    sets: arabicSets,
  },
};

/** The weights of a recipe, ready to be written. The same data gives the same bytes. */
export const learn = ({ tags, bits, unit, copies, steps, sets: setsOf }: Recipe, read: Read): Int8Array => {
  const sets = setsOf(read);
  const vocabulary = vocabularyFrom(sets);
  const lines = linesFrom(sets, tags, bits, copies, vocabularyOf(vocabulary));
  return pack(train(lines, { ...steps, tags: tags.length, bits, each: FEATURES }), unit, vocabulary);
};
