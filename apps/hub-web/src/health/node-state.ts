import type { NetworkHealth } from '@nmirf/contracts/network/health';
import type { Tone } from '@nmirf/ui/page/status-tag';

type Node = NetworkHealth['nodes'][number];

const SILENT_AFTER_MS = 86_400_000;

/** How a node is, as far as the hub can tell at `now` (milliseconds). */
export type NodeState = 'current' | 'behind' | 'silent' | 'unheard';

export const nodeState = ({ lastContactAt, lag }: Pick<Node, 'lastContactAt' | 'lag'>, now: number): NodeState => {
  if (lastContactAt === undefined || lag === undefined) return 'unheard';
  if (now - Date.parse(lastContactAt) > SILENT_AFTER_MS) return 'silent';
  return lag > 0 ? 'behind' : 'current';
};

export const nodeTones: Readonly<Record<NodeState, Tone>> = { current: 'good', behind: 'working', silent: 'warning', unheard: 'neutral' };
