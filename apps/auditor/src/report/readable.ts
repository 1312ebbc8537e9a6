import { spokenForm } from '@nmirf/federation/keys';
import type { AuditResult, MemberLine, ProposalLine } from '../audit.js';
import type { Check } from '../checks.js';
import type { Withheld } from '../log/tallies.js';
import type { Speak } from '../texts/texts.js';
import { firstFinding, sayFinding } from './findings.js';
import { plainText } from './plain-text.js';
import type { Paint } from './paint.js';

const MAX_PROPOSALS = 50;

/** The report for a person: what was audited, each check, the members, and the verdict as the last lines. */
export function readableReport(result: AuditResult, speak: Speak, paint: Paint): string {
  const sections = [
    [paint.bold(speak('report.title', { hub: result.hub })), ...subject(result, speak)],
    [paint.bold(speak('report.checks')), ...checkLines(result.checks, speak, paint)],
    ...(result.members.length > 0 ? [[paint.bold(speak('report.members')), ...memberLines(result.members, speak)]] : []),
    ...(result.proposals.length > 0 ? [[paint.bold(speak('report.proposals')), ...proposalLines(result.proposals, speak)]] : []),
    [...result.remarks.map((remark) => `! ${speak(`remark.${remark}`)}`), paint.bold(verdict(result, speak, paint))],
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function subject({ network, size, root, times, totals, witnesses }: AuditResult, speak: Speak): string[] {
  const facts: (readonly [string, string])[] = [
    ...(network
      ? ([
          [speak('report.network'), plainText(network.name)],
          [speak('report.log'), plainText(network.origin)],
          [speak('report.id'), network.id],
          [speak('report.spoken'), spokenForm(network.id)],
        ] as const)
      : []),
    [speak('report.size'), `${size}`],
    ...(size > 0 ? ([[speak('report.root'), root]] as const) : []),
    ...(times.lastReceivedAt ? [[speak('report.times'), `${times.firstReceivedAt} – ${times.lastReceivedAt}`] as const] : []),
    [speak('report.totals'), [`${totals.messages}`, ...withheldParts(totals.withheld, speak)].join(' · ')],
    ...(witnesses.length > 0 ? [[speak('report.witnesses'), witnesses.map(({ id }) => id).join(', ')] as const] : []),
  ];
  return aligned(facts);
}

function withheldParts(withheld: Readonly<Record<Withheld, number>>, speak: Speak): string[] {
  const reasons = (Object.keys(withheld) as Withheld[]).filter((why) => withheld[why] > 0);
  return reasons.map((why) => `${speak('report.withheld')}, ${speak(`withheld.${why}`, { count: withheld[why] })}`);
}

function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`);
}

function checkLines(checks: readonly Check[], speak: Speak, paint: Paint): string[] {
  const shown = checks.filter(({ check, result }) => check !== 'known' || result !== 'not-applicable');
  const width = Math.max(...shown.map(({ result }) => speak(`mark.${result}`).length));
  return shown.flatMap(({ check, result, checked, failures, finding }) => {
    const mark = paint[result](speak(`mark.${result}`).padEnd(width));
    const count = checked > 0 ? ` (${checked})` : '';
    const more = failures > 1 ? ` (${speak('where.more', { failures })})` : '';
    const line = `  ${mark}  ${speak(`check.${check}`)}${count}`;
    return finding ? [line, `  ${' '.repeat(width)}  → ${sayFinding(finding, speak)}${more}`] : [line];
  });
}

function memberLines(members: readonly MemberLine[], speak: Speak): string[] {
  const rows = members.map((member) => [
    member.id,
    plainText(member.name, 40),
    [speak(`member.${member.status}`), ...(member.committee ? [speak('member.committee')] : [])].join(', '),
    speak('member.messages', { count: member.messages }),
    member.lastPosition === undefined ? '' : speak('member.last', { position: member.lastPosition, time: member.lastReceivedAt ?? '' }),
    member.fingerprint === undefined ? '' : speak('member.key', { fingerprint: member.fingerprint }),
  ]);
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd());
}

function proposalLines(proposals: readonly ProposalLine[], speak: Speak): string[] {
  const lines = proposals.slice(-MAX_PROPOSALS).map(({ position, type, by, state, settledAt, why, votes }) => {
    const said = speak(`proposal.${state}`);
    const settled = settledAt === undefined ? said : speak('proposal.settled', { state: said, position: settledAt });
    const voters = votes.map((vote) => speak(`vote.${vote.decision}`, { by: vote.by }));
    const reason = why ? [speak(`why.${why}`)] : [];
    return `  ${speak('proposal.line', { position, type, by })} · ${[settled, ...reason, ...voters].join(' · ')}`;
  });
  return proposals.length > MAX_PROPOSALS ? ['  …', ...lines] : lines;
}

function verdict({ holds, trouble, checks, times }: AuditResult, speak: Speak, paint: Paint): string {
  const took = speak('report.took', { seconds: times.seconds });
  if (holds) return paint.ok(`${speak('verdict.holds')} (${took})`);
  const finding = firstFinding(checks);
  if (finding) return paint.failed(speak('verdict.fails', { where: sayFinding(finding, speak) }));
  const path = trouble ? `${trouble.path}: ${speak(`trouble.${trouble.code}`, { status: trouble.status ?? '' })}` : '';
  return paint.failed(speak('verdict.unread', { path: plainText(path, 200) }));
}
