import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { position } from '../database/position.js';

/**
 * The one row that says how long this copy of the log is. Locking it is what makes a single writer: the hub's sequencer, or a
 * node's puller. `frontier` is the compact range of the tree at `size`; `governanceAt` the position of the last message that may
 * have changed who is a member.
 */
@Entity('log_state')
@Check('log_state_single', 'id = 1')
export class LogState {
  @PrimaryColumn('int') id!: number;
  @Column('bigint', { transformer: position }) size!: number;
  @Column('bytea') frontier!: Buffer;
  @Column('bigint', { name: 'governance_at', transformer: position }) governanceAt!: number;
  @Column('bigint', { name: 'received_ms', transformer: position }) receivedMs!: number;
}
