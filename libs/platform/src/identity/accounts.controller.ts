import {
  type AccountAdd,
  accountAdd,
  type AccountAdded,
  accountAdded,
  type AccountRoles,
  accountRoles,
  type AccountsPage,
  accountsPage,
  type AccountsQuery,
  accountsQuery,
  type AccountView,
  accountView,
  type PasswordLink,
  passwordLink,
  type RoleList,
  roleList,
} from '@nmirf/contracts/identity/account';
import type { PersonView } from '@nmirf/contracts/identity/session';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator.js';
import { Person } from '../access/person.decorator.js';
import { Roles } from '../access/roles.js';
import { Returns } from '../http/returns.decorator.js';
import { AccountsService } from './accounts.service.js';

const id = z.uuid();

/** The accounts of a server, for those who manage people. */
@Controller('api/accounts')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly roles: Roles,
  ) {}

  @Get()
  @Allow('person:manage')
  @Returns(accountsPage)
  page(@Query({ schema: accountsQuery }) query: AccountsQuery): Promise<AccountsPage> {
    return this.accounts.page(query);
  }

  @Get('roles')
  @Allow('person:manage')
  @Returns(roleList)
  roleList(): RoleList {
    return this.roles.list();
  }

  @Post()
  @Allow('person:manage')
  @Returns(accountAdded)
  add(@Person() person: PersonView, @Body({ schema: accountAdd }) account: AccountAdd): Promise<AccountAdded> {
    return this.accounts.add(person.id, account);
  }

  @Put(':id/roles')
  @Allow('person:manage')
  @Returns(accountView)
  setRoles(
    @Person() person: PersonView,
    @Param('id', { schema: id }) account: string,
    @Body({ schema: accountRoles }) { roles }: AccountRoles,
  ): Promise<AccountView> {
    return this.accounts.setRoles(person.id, account, roles);
  }

  /** A new link to choose a password; the one before it is void. */
  @Post(':id/link')
  @HttpCode(200)
  @Allow('person:manage')
  @Returns(passwordLink)
  link(@Person() person: PersonView, @Param('id', { schema: id }) account: string): Promise<PasswordLink> {
    return this.accounts.link(person.id, account);
  }

  /** Ends the person's sessions and lets nobody sign in with the account. */
  @Put(':id/lock')
  @Allow('person:manage')
  @Returns(accountView)
  lock(@Person() person: PersonView, @Param('id', { schema: id }) account: string): Promise<AccountView> {
    return this.accounts.lock(person.id, account);
  }

  @Delete(':id/lock')
  @Allow('person:manage')
  @Returns(accountView)
  unlock(@Person() person: PersonView, @Param('id', { schema: id }) account: string): Promise<AccountView> {
    return this.accounts.unlock(person.id, account);
  }
}
