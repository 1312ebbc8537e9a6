import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last message of each sender in this copy of the log: what the sender's next message must follow. */
@Entity('source_head')
export class SourceHead {
  @PrimaryColumn('text') source!: string;
  @Column('int') epoch!: number;
  @Column('int') seq!: number;
  @Column('bytea') hash!: Buffer;
}
