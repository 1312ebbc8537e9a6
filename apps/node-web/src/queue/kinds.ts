/** What a message is, in words; types that people do not know yet go by their own name. */
const kinds: Readonly<Record<string, string>> = {
  'practice.published.v1': 'queue.kind.practice',
  'practice.withdrawn.v1': 'queue.kind.withdrawal',
  'statistics.published.v1': 'queue.kind.statistics',
  'network.takedown.v1': 'queue.kind.takedown',
  'network.decision.v1': 'queue.kind.decision',
};

/** The key of its text, if there is one. */
export const kindOf = (type: string): string | undefined => kinds[type];
