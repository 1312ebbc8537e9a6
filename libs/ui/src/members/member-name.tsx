import type { MemberView } from '@nmirf/contracts/members/mechanism';
import { useQuery } from '@tanstack/react-query';
import { bestText, type ContentText } from '../language/content-text.js';
import { useApi } from '../app/api-context.js';
import { useFormats, useLanguage } from '../language/use-language.js';
import type { Tone } from '../page/status-tag.js';
import { membersQuery } from './members-queries.js';

export const memberTones: Readonly<Record<MemberView['status'], Tone>> = {
  active: 'good',
  suspended: 'warning',
  left: 'neutral',
  revoked: 'bad',
};

/** A mechanism's own name, in the language on screen where it has one. */
export const useMechanismName = (): ((mechanism: MemberView['mechanism']) => ContentText | undefined) => {
  const language = useLanguage();
  return ({ names }) =>
    bestText(
      names.map((name) => ({ language: name.language, text: name.value })),
      language,
    );
};

/** Members by the name of their State in the language on screen: the one order that ranks nobody. */
export const useByState = (): ((members: readonly MemberView[]) => readonly MemberView[]) => {
  const formats = useFormats();
  return (members) =>
    [...members].sort((a, b) => formats.compare(formats.country(a.mechanism.country), formats.country(b.mechanism.country)));
};

/** All members of the network, as the log names them. */
export const useMembers = () => useQuery(membersQuery(useApi(), useLanguage()));

/** The member behind a node's id; nothing until the members are read, or where nobody is a member by it. */
export const useMemberOf = (): ((id: string) => MemberView | undefined) => {
  const members = useMembers();
  return (id) => members.data?.items.find((candidate) => candidate.id === id);
};

/** The State behind a node's id; the id itself where there is no member by it. */
export const useStateOf = (): ((id: string) => string) => {
  const formats = useFormats();
  const memberOf = useMemberOf();
  return (id) => {
    const member = memberOf(id);
    return member === undefined ? id : formats.country(member.mechanism.country);
  };
};
