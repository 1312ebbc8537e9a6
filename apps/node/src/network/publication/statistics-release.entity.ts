import type { CountTable } from '@nmirf/anonymisation/tables/count-table';
import type { StatisticsKind, StatisticsPreview } from '@nmirf/contracts/statistics/statistics';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A table that was released, with the counts behind it: two releases can be subtracted, so the next one is compared. Never published. */
@Entity('statistics_release')
export class StatisticsReleased {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'statistics_release_pkey' }) kind!: StatisticsKind;
  @PrimaryColumn('int', { primaryKeyConstraintName: 'statistics_release_pkey' }) version!: number;
  @Column('date') day!: string;
  @Column('json') counted!: CountTable;
  @Column('uuid', { name: 'released_by' }) releasedBy!: string;
  /** It was taken back; it stays in the ledger, for whoever has read it can subtract it. */
  @Column('jsonb', { nullable: true }) withdrawn!: NonNullable<StatisticsPreview['published']>['withdrawn'] | null;
}
