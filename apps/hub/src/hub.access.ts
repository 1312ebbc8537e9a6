import type { RoleTable } from '@nmirf/platform/access/roles';

/** What each role of the secretariat may do. */
export const hubRoles: RoleTable = {
  secretariat: ['invitation:write', 'enrolment:approve', 'member:read-all', 'audit:read'],
  administrator: ['person:manage', 'member:read-all', 'audit:read'],
  auditor: ['member:read-all', 'audit:read'],
};
