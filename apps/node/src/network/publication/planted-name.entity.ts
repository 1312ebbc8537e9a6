import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a reviewer made of a name that was planted before them, in one practice between two of its releases. The name itself is not kept. */
@Entity('planted_name')
export class PlantedNameMet {
  @PrimaryColumn('uuid', { name: 'practice_id', primaryKeyConstraintName: 'planted_name_pkey' }) practiceId!: string;
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'planted_name_pkey' }) personId!: string;
  /** The version that was public when they read; 0 before the first. */
  @PrimaryColumn('int', { name: 'after_version', primaryKeyConstraintName: 'planted_name_pkey' }) afterVersion!: number;
  @Column('boolean') noticed!: boolean;
  @Column('timestamptz', { name: 'decided_at' }) decidedAt!: Date;
}
