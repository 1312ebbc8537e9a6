import { type Language, languages } from '@nmirf/contracts/languages/language';
import type { ProposalState, Reason as GovernanceReason } from '@nmirf/federation/trust';
import type { Remark } from '../audit-result.js';
import type { CheckName, CheckResult } from '../checks.js';
import type { UnreadableCode } from '../hub/hub-reader.js';
import type { Reason } from '../reasons.js';
import { ar } from './ar.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { pt } from './pt.js';

/** Keys that are put together at run time: a code without a text in every language does not compile. */
type CodeKey =
  | `check.${CheckName}`
  | `mark.${CheckResult}`
  | `reason.${Reason}`
  | `why.${GovernanceReason}`
  | `remark.${Remark}`
  | `what.${ProposalState['type']}`
  | `trouble.${UnreadableCode}`;
export type TextKey = keyof typeof en | CodeKey;

/** The auditor stands alone, so its texts are its own: everything it says, in one language. */
export type Catalogue = Readonly<Record<TextKey, string>>;
export const catalogues: Readonly<Record<Language, Catalogue>> = { ar, en, fr, es, pt };

/** Gives a text with `{name}` replaced. */
export interface Speak {
  readonly language: Language;
  (key: TextKey, values?: Readonly<Record<string, string | number>>): string;
}

export const speaker = (language: Language): Speak => {
  const catalogue = catalogues[language];
  const say = (key: TextKey, values: Readonly<Record<string, string | number>> = {}): string =>
    catalogue[key].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  return Object.assign(say, { language });
};

export const languageNamed = (name: string): Language | undefined => languages.find((language) => language === name);

/** The language of the terminal: the first of POSIX's variables that is set decides, English otherwise. */
export function terminalLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return languageNamed(locale.split(/[_.@-]/)[0]!.toLowerCase()) ?? 'en';
}
