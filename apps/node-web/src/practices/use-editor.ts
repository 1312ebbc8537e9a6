import { addPractice, readOwnPractice, savePractice } from '@nmirf/api-client/practices';
import { ApiProblem } from '@nmirf/api-client/problem';
import type { PracticeView } from '@nmirf/contracts/practices/authoring';
import { practiceDraftRecord, type PracticeDraftRecord } from '@nmirf/contracts/practices/record';
import { useApi } from '@nmirf/ui/app/api-context';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '@nmirf/ui/session/drafts';

interface Draft {
  readonly revision: number;
  readonly record: PracticeDraftRecord;
}

/** What was kept of this very revision. The State may still be unknown in a new practice; everything else must be a draft. */
const restore = (name: string, revision: number): PracticeDraftRecord | undefined => {
  const draft = readDraft(name) as Partial<Draft> | undefined;
  if (draft?.revision !== revision || draft.record === undefined) return undefined;
  const { country } = draft.record;
  return practiceDraftRecord.safeParse({ ...draft.record, country: country === '' ? 'XXX' : country }).success ? draft.record : undefined;
};

export interface Editor {
  readonly record: PracticeDraftRecord;
  readonly change: (changes: Partial<PracticeDraftRecord>) => void;
  readonly changed: boolean;
  readonly saved: PracticeView | undefined;
  readonly save: () => Promise<PracticeView | undefined>;
  readonly saving: boolean;
  readonly error: Error | null;
  /** Somebody saved meanwhile. */
  readonly conflict: boolean;
  readonly saveOver: () => Promise<void>;
  readonly takeTheirs: () => Promise<void>;
}

/**
 * The text of a practice while it is written. It is kept in this tab until it is saved; a save over somebody else's is refused by
 * the server, and the person then chooses which text stands.
 */
export const useEditor = (practice: PracticeView | undefined, start: PracticeDraftRecord): Editor => {
  const api = useApi();
  const queries = useQueryClient();
  const name = practice?.id ?? 'new';
  const [saved, setSaved] = useState(practice);
  const [kept] = useState(() => restore(name, practice?.revision ?? 0));
  const [record, setRecord] = useState(kept ?? start);
  const [changed, setChanged] = useState(kept !== undefined);

  const settle = (view: PracticeView): void => {
    setSaved(view);
    setChanged(false);
    dropDraft(name);
    void queries.invalidateQueries({ queryKey: ['practices'] });
    void queries.invalidateQueries({ queryKey: ['review', view.id] });
  };
  const saving = useMutation({
    mutationFn: (revision: number) => (saved === undefined ? addPractice(api, record) : savePractice(api, saved.id, record, revision)),
    onSuccess: settle,
  });
  const read = (): Promise<PracticeView> => readOwnPractice(api, name);
  return {
    record,
    change: (changes) => {
      const next = { ...record, ...changes };
      setRecord(next);
      setChanged(true);
      keepDraft(name, { revision: saved?.revision ?? 0, record: next });
    },
    changed,
    saved,
    save: () => saving.mutateAsync(saved?.revision ?? 0).catch(() => undefined),
    saving: saving.isPending,
    error: saving.error,
    conflict: saved !== undefined && saving.error instanceof ApiProblem && saving.error.status === 409,
    saveOver: async () => {
      const theirs = await read();
      await saving.mutateAsync(theirs.revision).catch(() => undefined);
    },
    takeTheirs: async () => {
      const theirs = await read();
      setRecord(theirs.record);
      settle(theirs);
      saving.reset();
    },
  };
};
