import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { type PersonView, personView, type SessionView, sessionView, signIn, type SignIn } from '@nmirf/contracts/identity/session';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator.js';
import { Person } from '../access/person.decorator.js';
import { Problem } from '../http/problem.js';
import { Returns } from '../http/returns.decorator.js';
import { People } from './people.js';
import { PersonsService } from './persons.service.js';
import { SessionStore } from './session-store.js';

@Controller('api')
export class SessionsController {
  constructor(
    private readonly people: People,
    private readonly store: SessionStore,
    private readonly persons: PersonsService,
  ) {}

  @Post('session')
  @HttpCode(200)
  @Allow('anyone')
  @Returns(personView)
  signIn(
    @Body({ schema: signIn }) _credentials: SignIn,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PersonView> {
    return this.people.signIn(request, response);
  }

  @Delete('session')
  @HttpCode(204)
  @Allow('signed-in')
  signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    return this.people.signOut(request, response);
  }

  @Get('me')
  @Allow('signed-in')
  @Returns(personView)
  me(@Person() person: PersonView): PersonView {
    return person;
  }

  @Get('sessions')
  @Allow('signed-in')
  @Returns(z.array(sessionView))
  list(@Person() { id }: PersonView, @Req() request: Request): Promise<SessionView[]> {
    return this.store.listOf(id, request.sessionID);
  }

  /** Signs the person out everywhere else. */
  @Delete('sessions')
  @HttpCode(204)
  @Allow('signed-in')
  revokeOthers(@Person() { id }: PersonView, @Req() request: Request): Promise<void> {
    return this.persons.endSessions(id, request.sessionID);
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @Allow('signed-in')
  async revoke(@Person() person: PersonView, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    if (!(await this.store.revoke(person.id, id))) throw new Problem('session/not-found', 404);
  }
}
