import type { PlantedName } from '@nmirf/anonymisation/attention';
import type { ReviewDecisions, ReviewView } from '@nmirf/contracts/practices/authoring';

type Decision = ReviewDecisions['decisions'][number];

/** The gate's page with a planted name in it. What would be released stays what it is: the name is on the page alone. */
export const withPlanted = (view: ReviewView, { language, shown, hidden, finding }: PlantedName, detail: string): ReviewView => {
  const isBefore = ({ path, language: of }: Pick<ReviewView['findings'][number], 'path' | 'language'>): boolean =>
    path === finding.path && of === language;
  const at = view.findings.findLastIndex(isBefore) + 1;
  return {
    ...view,
    findings: view.findings.toSpliced(at, 0, finding),
    shown: [{ path: finding.path, language, text: shown }],
    ...(view.summary && {
      summary: {
        ...view.summary,
        summary: view.summary.summary.map((text) => (text.language === language ? { ...text, text: `${text.text} ${hidden}` } : text)),
      },
    }),
    obstacles: [...view.obstacles, { ...UNDECIDED, detail }],
    mayRelease: false,
  };
};

/** What stands in the way while a planted name waits for a word: the same as for any other flag. */
export const UNDECIDED = { code: 'gate/flag-undecided', path: 'summary' } as const;

/** Whether decisions have one about a planted name: true when it was taken out, false when it was let through, which takes a reason. */
export const noticedIn = (decisions: readonly Decision[], { finding: { key } }: PlantedName): boolean | undefined => {
  const said = decisions.findLast((decision) => decision.key === key);
  if (said === undefined || (said.decision === 'allow' && (said.reason ?? '') === '')) return undefined;
  return said.decision !== 'allow';
};
