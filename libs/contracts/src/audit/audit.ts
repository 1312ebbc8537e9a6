import { z } from 'zod';
import { idPageQuery, pageOf } from '../http/page.js';

/** What people do that somebody may have to answer for later. */
export const auditAction = z
  .enum([
    'session.started',
    'session.refused',
    'person.added',
    'person.roles-changed',
    'person.password-set',
    'person.link-issued',
    'person.disabled',
    'person.enabled',
    'invitation.prepared',
    'invitation.issued',
    'invitation.withdrawn',
    'enrolment.approved',
    'enrolment.refused',
    'practice.submitted',
    'practice.returned',
    'practice.released',
    'practice.sent-back',
    'practice.withdrawn',
    'resource.submitted',
    'resource.returned',
    'resource.released',
    'resource.sent-back',
    'resource.withdrawn',
    'allowed-word.forgotten',
    'statistics.released',
    'statistics.withdrawn',
    'takedown.proposed',
    'key.rotated',
    'key.revoked',
    'membership.left',
    'proposal.decided',
    'proposal.made',
    'recommendations.imported',
    'queue.retried',
    'hub.recovery-begun',
    'hub.recovery-ended',
    'hub.followed',
  ])
  .meta({ id: 'AuditAction' });
export type AuditAction = z.infer<typeof auditAction>;

/** One line of the audit trail: who did what to what, and when. Never what was written, nor anything about third persons. */
export const auditEntry = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    /** Absent when nobody was signed in, or the server did it. */
    by: z.object({ id: z.uuid(), name: z.string() }).optional(),
    action: auditAction,
    /** The id of what it was done to. */
    subject: z.string().optional(),
    details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof auditEntry>;
/** `from` and `to` are days of UTC, both included. */
export const auditQuery = idPageQuery.extend({
  action: auditAction.optional(),
  person: z.uuid().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type AuditQuery = z.infer<typeof auditQuery>;
export const auditPage = pageOf(auditEntry).meta({ id: 'AuditPage' });
export type AuditPage = z.infer<typeof auditPage>;
