import { addPractice, readOwnPractice, savePractice } from '@nmirf/api-client/practices';
import { ApiProblem } from '@nmirf/api-client/problem';
import type { PracticeView } from '@nmirf/contracts/practices/authoring';
import { practiceDraftRecord, type PracticeDraftRecord } from '@nmirf/contracts/practices/record';
import { useApi } from '@nmirf/ui/app/api-context';
import { useLanguage } from '@nmirf/ui/language/use-language';
import { dropDraft, keepDraft, readDraft } from '@nmirf/ui/session/drafts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useAutosave } from './use-autosave.js';

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
  /** A person waits for it; what saves by itself holds nobody up. */
  readonly busy: boolean;
  readonly error: Error | null;
  /** Somebody saved meanwhile. */
  readonly conflict: boolean;
  readonly saveOver: () => Promise<void>;
  readonly takeTheirs: () => Promise<void>;
}

/**
 * The text of a practice while it is written. It is kept in this tab until it is saved, which a draft that stands already does by
 * itself; a save over somebody else's is refused by the server, and the person then chooses which text stands.
 */
export const useEditor = (practice: PracticeView | undefined, start: PracticeDraftRecord): Editor => {
  const api = useApi();
  const lang = useLanguage();
  const queries = useQueryClient();
  const name = practice?.id ?? 'new';
  const [saved, setSaved] = useState(practice);
  const [kept] = useState(() => restore(name, practice?.revision ?? 0));
  const [record, setRecord] = useState(kept ?? start);
  const [changed, setChanged] = useState(kept !== undefined);
  const [busy, setBusy] = useState(false);
  const latest = useRef(record);
  const stands = useRef(practice);
  const flight = useRef<Promise<unknown>>(Promise.resolve());

  const show = (next: PracticeDraftRecord): void => {
    latest.current = next;
    setRecord(next);
  };
  /** What was typed while `sent` travelled is not saved yet. */
  const settle = (view: PracticeView, sent: PracticeDraftRecord): void => {
    const isWhole = latest.current === sent;
    stands.current = view;
    setSaved(view);
    setChanged(!isWhole);
    if (isWhole) dropDraft(name);
    else keepDraft(name, { revision: view.revision, record: latest.current });
    queries.setQueryData(['practice', view.id, lang], view);
    void queries.invalidateQueries({ queryKey: ['practices'] });
    void queries.invalidateQueries({ queryKey: ['review', view.id] });
  };
  const saving = useMutation({
    mutationFn: ({ record: sent, revision }: Draft) => {
      const id = stands.current?.id;
      return id === undefined ? addPractice(api, sent) : savePractice(api, id, sent, revision);
    },
    onSuccess: (view, { record: sent }) => {
      settle(view, sent);
    },
  });
  /** One after the other: each save builds on the revision the last one left. */
  const send = (over?: number): Promise<PracticeView | undefined> => {
    const sending = flight.current.then(() =>
      saving.mutateAsync({ record: latest.current, revision: over ?? stands.current?.revision ?? 0 }).catch(() => undefined),
    );
    flight.current = sending;
    return sending;
  };
  const save = async (): Promise<PracticeView | undefined> => {
    setBusy(true);
    const view = await send();
    setBusy(false);
    return view;
  };
  const conflict = saved !== undefined && saving.error instanceof ApiProblem && saving.error.status === 409;
  useAutosave({ record, due: saved?.state === 'draft' && changed && !conflict && !saving.isPending, save: send });
  const read = (): Promise<PracticeView> => readOwnPractice(api, name);
  return {
    ...{ record, changed, saved, save, conflict, busy },
    change: (changes) => {
      const next = { ...latest.current, ...changes };
      show(next);
      setChanged(true);
      keepDraft(name, { revision: stands.current?.revision ?? 0, record: next });
    },
    saving: saving.isPending,
    error: saving.error,
    saveOver: async () => {
      await send((await read()).revision);
    },
    takeTheirs: async () => {
      const theirs = await read();
      show(theirs.record);
      settle(theirs, theirs.record);
      saving.reset();
    },
  };
};
