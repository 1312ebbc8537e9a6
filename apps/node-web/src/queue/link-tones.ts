import type { LinkView } from '@nmirf/contracts/network/queue';
import type { Tone } from '@nmirf/ui/page/status-tag';

export const linkTones: Readonly<Record<LinkView['status'], Tone>> = { up: 'good', down: 'warning', waiting: 'waiting', stopped: 'bad' };
