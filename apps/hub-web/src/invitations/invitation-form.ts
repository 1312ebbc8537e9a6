import { alpha2Of } from '@nmirf/contracts/languages/country-codes';
import { languages, type Language } from '@nmirf/contracts/languages/language';
import { invitationDraft, type InvitationDraft } from '@nmirf/contracts/network/enrolment';

/** What an officer types, as it stands in the form. */
export interface InvitationForm {
  readonly country: string;
  readonly node: string;
  readonly region: string;
  readonly kind: string;
  readonly names: Readonly<Record<Language, string>>;
  readonly languages: readonly string[];
  readonly url: string;
}

export const emptyInvitation: InvitationForm = {
  ...{ country: '', node: '', region: '', kind: '', languages: [], url: '' },
  names: { ar: '', en: '', fr: '', es: '', pt: '' },
};

/** The name a node of this State usually has. */
export const usualNode = (country: string): string => {
  const code = alpha2Of.get(country);
  return code === undefined ? '' : `node:${code.toLowerCase()}`;
};

export type InvitationField = 'country' | 'node' | 'region' | 'kind' | 'names' | 'languages' | 'url';

/** The draft, or the fields that do not fit, in the order of the form. */
export const readInvitation = (
  form: InvitationForm,
): { readonly draft: InvitationDraft } | { readonly wrong: readonly InvitationField[] } => {
  const names = languages.flatMap((language) => {
    const value = form.names[language].trim();
    return value === '' ? [] : [{ language, value }];
  });
  const { country, region, kind, url } = form;
  const mechanism = { country, region, kind, names, languages: form.languages, ...(url.trim() === '' ? {} : { url: url.trim() }) };
  const read = invitationDraft.safeParse({ node: form.node.trim(), mechanism });
  if (read.success) return { draft: read.data };
  const wrong = new Set(read.error.issues.map(({ path }) => String(path[0] === 'mechanism' ? path[1] : path[0])));
  const order: readonly InvitationField[] = ['country', 'node', 'region', 'kind', 'names', 'languages', 'url'];
  return { wrong: order.filter((field) => wrong.has(field)) };
};
