import type { RoleTable } from '@nmirf/platform/access/roles';

const read = ['practice:read', 'recommendation:read', 'queue:read', 'proposal:read'];

/** What each role of a mechanism may do. */
export const nodeRoles: RoleTable = {
  administrator: ['person:manage', 'key:rotate', 'queue:read', 'queue:retry', 'audit:read'],
  coordinator: [
    ...read,
    'proposal:decide',
    'proposal:make',
    'practice:write',
    'practice:review',
    'practice:withdraw',
    'review:oversee',
    'takedown:propose',
    'recommendation:import',
    'queue:retry',
  ],
  'focal-point': [...read, 'practice:write'],
  reviewer: [...read, 'practice:review'],
  publisher: [...read, 'practice:review', 'practice:release', 'practice:withdraw'],
  reader: ['practice:read', 'recommendation:read'],
  auditor: [...read, 'audit:read'],
};
