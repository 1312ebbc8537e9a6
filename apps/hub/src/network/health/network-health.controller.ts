import { networkHealth, type NetworkHealth } from '@nmirf/contracts/network/health';
import { negotiateLanguage } from '@nmirf/languages/languages';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { Controller, Get, Headers } from '@nestjs/common';
import { NetworkHealthQueries } from './network-health.queries.js';

@Controller('api/network/health')
export class NetworkHealthController {
  constructor(private readonly health: NetworkHealthQueries) {}

  @Get()
  @Allow('member:read-all')
  @Returns(networkHealth)
  view(@Headers('accept-language') languages?: string): Promise<NetworkHealth> {
    return this.health.view(negotiateLanguage(languages));
  }
}
