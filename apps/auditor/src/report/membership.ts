import type { Language } from '@nmirf/contracts/languages/language';
import type { AuditResult, MemberLine, ProposalLine } from '../audit-result.js';
import type { Speak } from '../texts/texts.js';
import { plainText } from './plain-text.js';

const MAX_LINES = 100;
/** Steps that a member takes by itself, with no proposal behind them. */
const ownSteps = { 'key-rotated': 'step.key-rotated', 'key-revoked': 'step.key-revoked', left: 'step.left' } as const;

/** Members as a table: what each has in the log, and the key it signs with. */
export function memberTable({ members, totals }: AuditResult, speak: Speak): string[] {
  const rows = [...members.map((member) => memberRow(member, speak)), [speak('member.hub'), '', '', messages(totals.byHub, speak), '', '']];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd());
}

const messages = (count: number, speak: Speak): string => speak('member.messages', { count });

function memberRow(member: MemberLine, speak: Speak): string[] {
  const { id, names, status, committee, lastPosition, lastReceivedAt = '', fingerprint } = member;
  return [
    ...[id, plainText(nameFor(names, speak.language), 40)],
    [speak(`member.${status}`), ...(committee ? [speak('member.committee')] : [])].join(' · '),
    messages(member.messages, speak),
    lastPosition === undefined ? '' : speak('member.last', { position: lastPosition, time: lastReceivedAt }),
    fingerprint === undefined ? '' : speak('member.key', { fingerprint }),
  ];
}

/** In the language of the report where the mechanism has such a name, else in English, else in its own. */
function nameFor(names: MemberLine['names'], language: Language): string {
  const named = (wanted: Language) => names.find((name) => name.language === wanted);
  return (named(language) ?? named('en') ?? names[0]!).value;
}

/** How the membership came to be: every proposal with its decisions, and what members did by themselves, in log order. */
export function membershipLines({ members, proposals }: AuditResult, speak: Speak): string[] {
  const decided = proposals.map((proposal) => ({ position: proposal.position, line: proposalLine(proposal, speak) }));
  const own = members.flatMap(({ id, steps }) =>
    steps.flatMap(({ position, what, proposal }) =>
      proposal === undefined && what in ownSteps
        ? [{ position, line: speak('step.line', { position, id, what: speak(ownSteps[what as keyof typeof ownSteps]) }) }]
        : [],
    ),
  );
  const lines = [...decided, ...own].sort((a, b) => a.position - b.position).map(({ line }) => `  ${line}`);
  return lines.length > MAX_LINES ? ['  …', ...lines.slice(-MAX_LINES)] : lines;
}

function proposalLine({ position, type, about, by, state, settledAt, why, votes }: ProposalLine, speak: Speak): string {
  const what = speak(`what.${type}`, { about: plainText(about, 100) });
  const said = speak(`proposal.${state}`);
  const settled = settledAt === undefined ? said : speak('proposal.settled', { state: said, position: settledAt });
  const voters = votes.map((vote) => speak(`vote.${vote.decision}`, { by: vote.by, position: vote.position }));
  return [speak('proposal.line', { position, what, by }), settled, ...(why ? [speak(`why.${why}`)] : []), ...voters].join(' · ');
}
