import type { Audience } from '@nmirf/contracts/network/envelope';

/** An audience as the tables keep it: `*`, `members`, or a list of nodes as JSON. */
export const audienceText = (audience: Audience): string => (typeof audience === 'string' ? audience : JSON.stringify(audience));

/** The audience behind such a text. */
export const audienceIn = (text: string): Audience => (text.startsWith('[') ? (JSON.parse(text) as Audience) : (text as Audience));
