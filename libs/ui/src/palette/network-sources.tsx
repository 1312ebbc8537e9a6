import type { ApiClient } from '@nmirf/api-client/client';
import { listMembers, listPractices } from '@nmirf/api-client/library';
import { listResources } from '@nmirf/api-client/resources';
import type { MemberView } from '@nmirf/contracts/members/mechanism';
import type { Language } from '@nmirf/contracts/languages/language';
import { formatsOf } from '@nmirf/languages/formats';
import { IconBook2, IconFiles, IconWorld } from '@tabler/icons-react';
import { bestText } from '../language/content-text.js';
import { FEW, plainOf, type Found, type PaletteSource } from './palette-source.js';

/** Practices of the network's library. `to`: the page of one, with `$id`. */
export const librarySource = (api: ApiClient, lang: Language, label: string, to: string): PaletteSource => ({
  id: 'library',
  label,
  icon: IconBook2,
  find: async (words, signal) => {
    const { items } = await listPractices(api, { q: words, limit: FEW }, signal);
    return items.map(({ id, title, originalLanguage, country, region }) => {
      const text = bestText(title, lang, originalLanguage);
      const note = country === undefined ? undefined : formatsOf(lang).country(country);
      return { key: `library-${region}-${id}`, label: text?.text ?? id, lang: text?.language, note, to, params: { id } };
    });
  },
});

/** Resources of the network's library. `to`: the page of one, with `$id`. */
export const resourcesSource = (api: ApiClient, lang: Language, label: string, to: string): PaletteSource => ({
  id: 'resources',
  label,
  icon: IconFiles,
  find: async (words, signal) => {
    const { items } = await listResources(api, { q: words, limit: FEW }, signal);
    return items.map(({ id, title, originalLanguage, mechanism }) => {
      const text = bestText(title, lang, originalLanguage);
      const note = mechanism === undefined ? undefined : formatsOf(lang).country(mechanism.country);
      return { key: `resource-${id}`, label: text?.text ?? id, lang: text?.language, note, to, params: { id } };
    });
  },
});

/** Members by the name of their State or of their mechanism. `placeOf`: where each of them leads. */
export const membersSource = (
  api: ApiClient,
  lang: Language,
  label: string,
  placeOf: (member: MemberView) => Pick<Found, 'to' | 'params' | 'search'>,
): PaletteSource => ({
  id: 'members',
  label,
  icon: IconWorld,
  find: async (words, signal) => {
    const [formats, plain] = [formatsOf(lang), plainOf(words)];
    const { items } = await listMembers(api, signal);
    const named = items.map((member) => {
      const names = member.mechanism.names.map(({ language, value }) => ({ language, text: value }));
      return { member, state: formats.country(member.mechanism.country), name: bestText(names, lang)?.text, names };
    });
    return named
      .filter(({ state, names }) => [state, ...names.map(({ text }) => text)].some((text) => plainOf(text).includes(plain)))
      .slice(0, FEW)
      .map(({ member, state, name }) => ({ key: `member-${member.id}`, label: state, note: name, ...placeOf(member) }));
  },
});
