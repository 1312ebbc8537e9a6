import { spokenForm } from '@nmirf/federation/keys';
import type { AuditResult } from '../audit-result.js';
import { type Check, findingOf } from '../checks.js';
import { isoTime } from '../log/iso-time.js';
import type { Withheld } from '../log/tallies.js';
import type { Speak } from '../texts/texts.js';
import { firstFinding, sayFinding } from './findings.js';
import { memberTable, membershipLines } from './membership.js';
import type { Paint } from './paint.js';
import { plainText } from './plain-text.js';

type Section = readonly [title: string, lines: readonly string[]];

/** The report for a person: what was audited, each check, the members, and the verdict as the last lines. */
export function readableReport(result: AuditResult, speak: Speak, paint: Paint): string {
  const title: Section = [speak('report.title', { hub: result.hub }), subject(result, speak)];
  const sections: Section[] = [
    [speak('report.checks'), checkLines(result.checks, speak, paint)],
    [speak('report.members'), result.members.length > 0 ? memberTable(result, speak) : []],
    [speak('report.membership'), membershipLines(result, speak)],
  ];
  const isUnread = result.size === 0 && result.trouble !== undefined;
  const shown = [title, ...sections.filter(([, lines]) => !isUnread && lines.length > 0)];
  const blocks = shown.map(([head, lines]) => [paint.bold(head), ...lines].join('\n'));
  return `${[...blocks, ending(result, speak, paint).join('\n')].join('\n\n')}\n`;
}

function subject({ network, size, root, holds, checkpoint, times, totals, witnesses }: AuditResult, speak: Speak): string[] {
  const total = checkpoint?.size ?? size;
  const named: [string, string][] = network
    ? [
        [speak('report.network'), plainText(network.name)],
        [speak('report.log'), plainText(network.origin)],
        [speak('report.id'), network.id],
        [speak('report.spoken'), spokenForm(network.id)],
      ]
    : [];
  const read: [string, string][] = [
    [speak('report.size'), size === total ? `${size}` : speak('report.read', { size, total })],
    [speak('report.times'), times.lastReceivedAt ? `${times.firstReceivedAt} – ${times.lastReceivedAt}` : ''],
    [speak('report.totals'), [`${totals.messages}`, ...typeParts(totals.types), ...withheldParts(totals.withheld, speak)].join(' · ')],
    [speak('report.witnesses'), witnesses.map(({ id, time }) => `${id} (${isoTime(time * 1_000)})`).join(', ')],
    [speak('report.root'), holds ? root : ''],
    [speak('report.seen'), holds ? `--seen ${size}:${root}` : ''],
  ];
  return aligned([...named, ...(size > 0 ? read : [])].filter(([, value]) => value !== ''));
}

const typeParts = (types: AuditResult['totals']['types']): string[] =>
  Object.entries(types)
    .sort(([, a], [, b]) => b - a)
    .map(([type, count]) => `${type} ${count}`);

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
  return shown.flatMap((entry) => {
    const { check, result, checked, failures } = entry;
    const finding = findingOf(entry);
    const mark = paint[result](speak(`mark.${result}`).padEnd(width));
    const line = `  ${mark}  ${speak(`check.${check}`)}${checked > 0 ? ` (${checked})` : ''}`;
    const more = failures > 1 ? ` (${speak('where.more', { failures })})` : '';
    return finding ? [line, `  ${' '.repeat(width)}  → ${sayFinding(finding, speak)}${more}`] : [line];
  });
}

function ending(result: AuditResult, speak: Speak, paint: Paint): string[] {
  const { regions, needed } = result.witnessed;
  const values = { address: plainText(result.network?.hub ?? '', 200), regions, needed, count: result.totals.unconfirmed };
  return [...result.remarks.map((remark) => `! ${speak(`remark.${remark}`, values)}`), ...verdict(result, speak, paint)];
}

function verdict({ holds, trouble, checks, times }: AuditResult, speak: Speak, paint: Paint): string[] {
  if (holds) return [paint.ok(`${speak('verdict.holds')} (${speak('report.took', { seconds: times.seconds })})`)];
  const finding = firstFinding(checks);
  if (finding) return [paint.failed(speak('verdict.fails', { where: sayFinding(finding, speak) })), speak('verdict.then')];
  const said = trouble ? speak(`trouble.${trouble.code}`, { status: trouble.status ?? '' }) : '';
  return [paint.failed(speak('verdict.unread', { path: plainText(trouble?.path ?? '', 200), said }))];
}
