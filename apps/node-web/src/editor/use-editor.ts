import type { ApiClient } from '@nmirf/api-client/client';
import { ApiProblem } from '@nmirf/api-client/problem';
import type { PracticeState } from '@nmirf/contracts/practices/authoring';
import { useApi } from '@nmirf/ui/app/api-context';
import { useLanguage } from '@nmirf/ui/language/use-language';
import { dropDraft, keepDraft, readDraft } from '@nmirf/ui/session/drafts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useAutosave } from './use-autosave.js';

/** A record as the server has it; `revision` grows by every save. */
export interface SavedRecord<Written> {
  readonly id: string;
  readonly state: PracticeState;
  readonly revision: number;
  readonly updatedAt: string;
  readonly record: Written;
}

/** A kind of record that is written at a desk. */
export interface WrittenKind<Written, Saved extends SavedRecord<Written>> {
  /** The first key of the query that reads one of them; with the id, the name its text is kept under in this tab. */
  readonly name: string;
  /** Whether the server would take it as it stands. */
  readonly isWhole: (record: Written) => boolean;
  /** Whether it may be gone on with; it may lack what is asked for before the first save. */
  readonly isOurs?: (record: Written) => boolean;
  readonly add: (api: ApiClient, record: Written) => Promise<Saved>;
  /** Refused when somebody saved after `revision`. */
  readonly save: (api: ApiClient, id: string, record: Written, revision: number) => Promise<Saved>;
  readonly read: (api: ApiClient, id: string) => Promise<Saved>;
  /** First keys of the queries that show something of it. */
  readonly shownIn: readonly string[];
}

interface Draft<Written> {
  readonly revision: number;
  readonly record: Written;
}

/** What was kept of this very revision. */
const restore = <Written>(name: string, revision: number, isOurs: (record: Written) => boolean): Written | undefined => {
  const draft = readDraft(name) as Partial<Draft<Written>> | undefined;
  return draft?.revision === revision && draft.record !== undefined && isOurs(draft.record) ? draft.record : undefined;
};

export interface Editor<Written, Saved extends SavedRecord<Written> = SavedRecord<Written>> {
  readonly record: Written;
  /** Fields with their new values, or how they follow from those that stand. */
  readonly change: (changes: Partial<Written> | ((record: Written) => Partial<Written>)) => void;
  readonly changed: boolean;
  readonly saved: Saved | undefined;
  readonly save: () => Promise<Saved | undefined>;
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
 * The text of a record while it is written. It is kept in this tab until it is saved, which a draft that stands already does by itself;
 * a save over somebody else's is refused by the server, and the person then chooses which text stands.
 */
export const useEditor = <Written, Saved extends SavedRecord<Written>>(
  kind: WrittenKind<Written, Saved>,
  standing: Saved | undefined,
  start: Written,
): Editor<Written, Saved> => {
  const api = useApi();
  const lang = useLanguage();
  const queries = useQueryClient();
  const name = `${kind.name}:${standing?.id ?? 'new'}`;
  const [saved, setSaved] = useState(standing);
  const [kept] = useState(() => restore(name, standing?.revision ?? 0, kind.isOurs ?? kind.isWhole));
  const [record, setRecord] = useState(kept ?? start);
  const [changed, setChanged] = useState(kept !== undefined);
  const [busy, setBusy] = useState(false);
  const latest = useRef(record);
  const stands = useRef(standing);
  const flight = useRef<Promise<unknown>>(Promise.resolve());

  const show = (next: Written): void => {
    latest.current = next;
    setRecord(next);
  };
  /** What was typed while `sent` travelled is not saved yet. */
  const settle = (view: Saved, sent: Written): void => {
    const isWhole = latest.current === sent;
    stands.current = view;
    setSaved(view);
    setChanged(!isWhole);
    if (isWhole) dropDraft(name);
    else keepDraft(name, { revision: view.revision, record: latest.current });
    queries.setQueryData([kind.name, view.id, lang], view);
    for (const key of kind.shownIn) void queries.invalidateQueries({ queryKey: [key] });
  };
  const saving = useMutation({
    mutationFn: ({ record: sent, revision }: Draft<Written>) => {
      const id = stands.current?.id;
      return id === undefined ? kind.add(api, sent) : kind.save(api, id, sent, revision);
    },
    onSuccess: (view, { record: sent }) => {
      settle(view, sent);
    },
  });
  /** One after the other: each save builds on the revision the last one left. */
  const send = (over?: number): Promise<Saved | undefined> => {
    const sending = flight.current.then(() =>
      saving.mutateAsync({ record: latest.current, revision: over ?? stands.current?.revision ?? 0 }).catch(() => undefined),
    );
    flight.current = sending;
    return sending;
  };
  const save = async (): Promise<Saved | undefined> => {
    setBusy(true);
    const view = await send();
    setBusy(false);
    return view;
  };
  const conflict = saved !== undefined && saving.error instanceof ApiProblem && saving.error.status === 409;
  const due = saved?.state === 'draft' && changed && !conflict && !saving.isPending && kind.isWhole(record);
  useAutosave({ record, due, save: send });
  const read = (): Promise<Saved> => kind.read(api, stands.current?.id ?? '');
  return {
    ...{ record, changed, saved, save, conflict, busy },
    change: (changes) => {
      const next = { ...latest.current, ...(typeof changes === 'function' ? changes(latest.current) : changes) };
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
