import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { position } from '../database/position.js';

/** How far the tables that people read have followed the log. */
@Entity('projection_state')
@Check('projection_state_single', 'id = 1')
export class ProjectionState {
  @PrimaryColumn('int') id!: number;
  @Column('bigint', { transformer: position }) position!: number;
}
