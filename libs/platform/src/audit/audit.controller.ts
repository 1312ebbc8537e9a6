import { auditPage, type AuditPage, auditQuery, type AuditQuery } from '@nmirf/contracts/audit/audit';
import { Controller, Get, Query } from '@nestjs/common';
import { Allow } from '../access/allow.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { Audit } from './audit.js';

@Controller('api/audit')
export class AuditController {
  constructor(private readonly audit: Audit) {}

  @Get()
  @Allow('audit:read')
  @Returns(auditPage)
  page(@Query({ schema: auditQuery }) query: AuditQuery): Promise<AuditPage> {
    return this.audit.page(query);
  }
}
