import { describe, expect, it } from '@jest/globals';
import { Roles } from './roles.js';

describe('roles', () => {
  const roles = new Roles({ reviewer: ['practice:read', 'practice:review'], reader: ['practice:read'] });

  it('give their permissions together, each once', () =>
    expect(roles.permissionsOf(['reader', 'reviewer'])).toEqual(['practice:read', 'practice:review']));
  it.each(['unknown', 'constructor', '__proto__'])('give nothing as %s', (role) => {
    expect(roles.has(role)).toBe(false);
    expect(roles.permissionsOf([role])).toEqual([]);
  });
});
