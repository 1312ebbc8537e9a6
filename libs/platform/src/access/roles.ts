import type { RoleList } from '@nmirf/contracts/identity/account';
import { Injectable } from '@nestjs/common';

/** What each role of a server may do: role → permissions. */
export type RoleTable = Readonly<Record<string, readonly string[]>>;

@Injectable()
export class Roles {
  constructor(private readonly table: RoleTable) {}

  has(role: string): boolean {
    return Object.hasOwn(this.table, role);
  }

  /** Every role, in the order of the table. */
  list(): RoleList {
    return Object.entries(this.table).map(([role, permissions]) => ({ role, permissions: [...permissions] }));
  }

  /** The permissions of all `roles` together, sorted; a role the server does not know gives none. */
  permissionsOf(roles: readonly string[]): string[] {
    return [...new Set(roles.flatMap((role) => (this.has(role) ? (this.table[role] ?? []) : [])))].sort();
  }
}
