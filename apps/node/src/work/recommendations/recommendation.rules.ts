import { createHash } from 'node:crypto';
import type { FoundRecommendation } from './import/found-recommendation.js';

/** What stands already: enough to tell whether a list says anything else. */
export interface Standing {
  readonly id: string;
  readonly paragraph: string;
  readonly contentDigest: string;
  readonly orderKey: string;
  readonly createdAt: Date;
}

export interface Difference {
  readonly added: readonly FoundRecommendation[];
  readonly changed: readonly { readonly found: FoundRecommendation; readonly standing: Standing }[];
  readonly unchanged: number;
}

export interface Review {
  readonly country: string;
  readonly year: number | undefined;
}

/** SHA-256 of everything a list says of a recommendation, in hexadecimal. */
export const contentDigest = (found: FoundRecommendation): string => {
  const { text, recommendingStates, position, positionSource, primaryTheme, themes, affectedPersons, sdgs } = found;
  const said = [text, recommendingStates, position, positionSource ?? null, primaryTheme ?? null, themes, affectedPersons, sdgs];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
};

/**
 * The place of a recommendation in every list: the latest review first, then by document and by the numbers of its paragraph, so that
 * 140.7 comes before 140.10. Ends in the paragraph itself, which makes it unique; compare it byte by byte.
 */
export const orderKey = ({ documentSymbol, paragraph }: FoundRecommendation, { country, year }: Review): string => {
  const age = String(9999 - (year ?? 0)).padStart(4, '0');
  const numbers = paragraph.split('.').map((number) => number.padStart(5, '0'));
  return [age, country, documentSymbol, numbers.join('.'), paragraph].join(' ');
};

/** What a list adds to and changes in what stands. What it leaves out stays. */
export const difference = (found: readonly FoundRecommendation[], standing: readonly Standing[], review: Review): Difference => {
  const byParagraph = new Map(standing.map((one) => [one.paragraph, one]));
  const added: FoundRecommendation[] = [];
  const changed: { found: FoundRecommendation; standing: Standing }[] = [];
  for (const one of found) {
    const known = byParagraph.get(one.paragraph);
    if (known === undefined) added.push(one);
    else if (known.contentDigest !== contentDigest(one) || known.orderKey !== orderKey(one, review))
      changed.push({ found: one, standing: known });
  }
  return { added, changed, unchanged: found.length - added.length - changed.length };
};
