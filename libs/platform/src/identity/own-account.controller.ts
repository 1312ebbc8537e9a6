import {
  type FirstPassword,
  firstPassword,
  type OwnAccount,
  ownAccount,
  type OwnPassword,
  ownPassword,
} from '@nmirf/contracts/identity/account';
import { type PersonView, personView } from '@nmirf/contracts/identity/session';
import { Body, Controller, HttpCode, Post, Put, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Allow } from '../access/allow.decorator.js';
import { Person } from '../access/person.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { OwnAccountService } from './own-account.service.js';
import { PasswordLinks } from './password-links.js';

/** What people change about their own account. */
@Controller('api')
export class OwnAccountController {
  constructor(
    private readonly account: OwnAccountService,
    private readonly links: PasswordLinks,
  ) {}

  @Put('me')
  @Allow('signed-in')
  @Returns(personView)
  change(@Person() person: PersonView, @Body({ schema: ownAccount }) account: OwnAccount): Promise<PersonView> {
    return this.account.change(person, account);
  }

  /** Every other session of the person ends. */
  @Put('me/password')
  @HttpCode(204)
  @Allow('signed-in')
  changePassword(
    @Person() person: PersonView,
    @Body({ schema: ownPassword }) passwords: OwnPassword,
    @Req() request: Request,
  ): Promise<void> {
    return this.account.changePassword(person, passwords, { address: request.ip ?? '', session: request.sessionID });
  }

  /** Chooses a password with the secret of a link. */
  @Post('password')
  @HttpCode(204)
  @Allow('anyone')
  choosePassword(@Body({ schema: firstPassword }) { token, password }: FirstPassword): Promise<void> {
    return this.links.use(token, password);
  }
}
