import type { PersonView } from '@nmirf/contracts/identity/session';
import { renewableUse, type RenewableUse } from '@nmirf/contracts/members/key-changes';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Person } from '@nmirf/platform/access/person.decorator';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { OwnKeysService } from './own-keys.service.js';

@Controller('api/membership/keys')
export class OwnKeysController {
  constructor(private readonly ownKeys: OwnKeysService) {}

  /** The key that others encrypt to what only this mechanism is to read: the first one, or one in place of it. */
  @Post('agreement')
  @HttpCode(204)
  @Allow('key:rotate')
  announce(@Person() { id }: PersonView): Promise<void> {
    return this.ownKeys.announceAgreementKey(id);
  }

  /** Another key takes over as soon as the log names it; what waits in the queue behind that is signed with the new one. */
  @Post(':use/rotation')
  @HttpCode(204)
  @Allow('key:rotate')
  rotate(@Person() { id }: PersonView, @Param('use', { schema: renewableUse }) use: RenewableUse): Promise<void> {
    return this.ownKeys.rotate(use, 'msg', id);
  }
}
