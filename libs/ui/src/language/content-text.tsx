import type { Language, Provenance } from '@nmirf/contracts/languages/language';
import { directionOf } from '@nmirf/languages/languages';
import type { ReactNode } from 'react';

/** A text of the network in one of its languages. */
export interface ContentText {
  readonly language: Language;
  readonly text: string;
  readonly provenance?: Provenance;
}

/** The version a reader of `language` is shown: their own, else the original's, else English, else the first. */
export const bestText = (texts: readonly ContentText[], language: Language, original?: Language): ContentText | undefined =>
  texts.find((text) => text.language === language) ??
  texts.find((text) => text.language === original) ??
  texts.find((text) => text.language === 'en') ??
  texts[0];

type Tag = 'p' | 'span' | 'div' | 'h1' | 'h2' | 'h3';

/** Content in its own language and direction, whatever the page's. Blank lines part paragraphs. */
export const Content = ({ text, as: Element = 'p' }: { readonly text: ContentText | undefined; readonly as?: Tag }): ReactNode => {
  if (text === undefined) return null;
  const own = { lang: text.language, dir: directionOf(text.language) };
  const paragraphs = Element === 'p' ? text.text.split(/\n\s*\n/) : [text.text];
  return paragraphs.map((paragraph, index) => (
    <Element key={index} {...own}>
      {paragraph}
    </Element>
  ));
};
