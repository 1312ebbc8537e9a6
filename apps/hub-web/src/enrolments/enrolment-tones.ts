import type { EnrolmentState } from '@nmirf/contracts/network/enrolment';
import type { Tone } from '@nmirf/ui/page/status-tag';

export const enrolmentTones: Readonly<Record<EnrolmentState, Tone>> = {
  waiting: 'waiting',
  approved: 'working',
  proposed: 'working',
  member: 'good',
  rejected: 'bad',
  void: 'neutral',
  refused: 'bad',
};
