import type { Position } from '@nmirf/contracts/recommendations/recommendation';
import type { Tone } from '@nmirf/ui/page/status-tag';

export const positionTones: Readonly<Record<Position, Tone>> = {
  supported: 'good',
  noted: 'neutral',
  'supported-in-part': 'warning',
  pending: 'waiting',
};
