import { NOTE_TYPE } from '@nmirf/contracts/network/log';
import { parseNote } from '@nmirf/federation/note';
import { parseCheckpoint } from '@nmirf/federation/checkpoint';
import { ProtocolProblem } from '@nmirf/federation/problems';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { Cosignatures } from '@nmirf/replica/log/cosignatures';
import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { NodeRequests } from './node-requests.js';
import { protocolProblem } from './protocol-problem.js';

/** The witnesses' door: members say which checkpoint they have verified, and get it back with everybody's word. */
@ApiExcludeController()
@Controller('nmirf/v1/log/cosignatures')
export class CosignaturesController {
  constructor(
    private readonly db: DataSource,
    private readonly requests: NodeRequests,
    private readonly checkpoints: CheckpointStore,
    private readonly cosignatures: Cosignatures,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('anyone')
  async take(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { node, trust, body } = await this.requests.publisher(request);
    const note = opened(body.toString('utf8'));
    const checkpoint = await this.checkpoints.find(parseCheckpoint(note.text).size);
    if (!checkpoint) throw protocolProblem('stale-size');
    if (parseNote(checkpoint.note).text !== note.text) throw protocolProblem('proof-invalid');
    const witnesses = await this.db.transaction((tx) => this.cosignatures.keep(tx, checkpoint.size, note, trust));
    if (!witnesses.some(({ id }) => id === node)) throw protocolProblem('signature-invalid');
    response.type(NOTE_TYPE).send(await this.cosignatures.noteOf(checkpoint));
  }
}

function opened(text: string): ReturnType<typeof parseNote> {
  try {
    const note = parseNote(text);
    parseCheckpoint(note.text);
    return note;
  } catch (error) {
    if (!(error instanceof ProtocolProblem)) throw error;
    throw protocolProblem(error.code);
  }
}
