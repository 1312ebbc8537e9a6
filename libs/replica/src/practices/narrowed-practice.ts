import type { Language } from '@nmirf/contracts/languages/language';
import { Column } from 'typeorm';

/** What practices are narrowed and counted by. */
export abstract class NarrowedPractice {
  @Column('text') source!: string;
  @Column('text') region!: string;
  @Column('text', { nullable: true }) country!: string | null;
  @Column('text') type!: string;
  @Column('int', { name: 'from_year' }) fromYear!: number;
  @Column('text', { array: true }) languages!: Language[];
  @Column('text', { array: true }) themes!: string[];
  @Column('int', { array: true }) sdgs!: number[];
}
