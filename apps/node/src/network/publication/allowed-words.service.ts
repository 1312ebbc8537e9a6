import { wordsToRemember } from '@nmirf/anonymisation/remembered-words';
import type { PersonView } from '@nmirf/contracts/identity/session';
import type { Language } from '@nmirf/contracts/languages/language';
import type { AllowedWordsPage, AllowedWordsQuery, AllowedWordView } from '@nmirf/contracts/practices/allowed-words';
import { Audit } from '@nmirf/platform/audit/audit';
import { Problem } from '@nmirf/platform/http/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AllowedWord } from './allowed-word.entity.js';

interface Row {
  readonly word: string;
  readonly reason: string;
  readonly at: Date;
  readonly by: string;
  readonly name: string | null;
  readonly practice: string;
  readonly title: string | null;
  readonly title_language: Language | null;
}

/** Words as they are kept are searched as they are kept, reasons as they were written. */
const PAGE = `
  select w.word, w.reason, w.allowed_at as at, w.allowed_by as by, person.name, w.practice_id as practice, p.title, p.title_language
    from allowed_word w left join person on person.id = w.allowed_by left join practice p on p.id = w.practice_id
   where ($1::text is null or w.word > $1)
     and ($2 = '' or strpos(w.word, $3) > 0 or strpos(lower(w.reason), lower($2)) > 0)
   order by w.word limit $4`;

/** What the mechanism has learnt not to ask about, open to those who review. */
@Injectable()
export class AllowedWordsService {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
  ) {}

  /** By word. */
  async page({ q = '', after, limit }: AllowedWordsQuery): Promise<AllowedWordsPage> {
    const sought = q.replaceAll('\0', '').trim();
    const folded = wordsToRemember(sought).join(' ') || sought;
    const rows: Row[] = await this.db.query(PAGE, [after?.replaceAll('\0', '') ?? null, sought, folded, limit + 1]);
    const items = rows.slice(0, limit).map(present);
    const last = items.at(-1);
    return rows.length > limit && last !== undefined ? { items, next: last.word } : { items };
  }

  /** Forgets a word: from now on it is asked about again. Throws `allowed-word/not-found`. */
  async forget({ id }: PersonView, word: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const known = await tx.findOneBy(AllowedWord, { word: word.replaceAll('\0', '') });
      if (!known) throw new Problem('allowed-word/not-found', 404);
      await tx.delete(AllowedWord, { word: known.word });
      await this.audit.note(tx, { action: 'allowed-word.forgotten', by: id, subject: known.practiceId });
    });
  }
}

const present = ({ word, reason, at, by, name, practice, title, title_language }: Row): AllowedWordView => ({
  ...{ word, reason, at: at.toISOString() },
  ...(name !== null && { by: { id: by, name } }),
  ...(title !== null && title_language !== null && { practice: { id: practice, title, titleLanguage: title_language } }),
});
