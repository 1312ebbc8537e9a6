import { practiceDraftRecord, type PracticeDraftRecord } from '@nmirf/contracts/practices/record';
import { useOnline } from '@nmirf/ui/app/use-online';
import { useEffect, useRef } from 'react';

/** So long somebody thinks between two sentences. */
const PAUSE_MS = 2_000;

interface Autosave {
  readonly record: PracticeDraftRecord;
  /** There is something to save, and nothing stands in its way. */
  readonly due: boolean;
  readonly save: () => Promise<unknown>;
}

/** Saves by itself when the typing pauses. Without a network it waits; what the server would refuse is left to the person. */
export const useAutosave = ({ record, due, save }: Autosave): void => {
  const isOnline = useOnline();
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    if (!due || !isOnline || !practiceDraftRecord.safeParse(record).success) return undefined;
    const timer = setTimeout(() => void latest.current(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [record, due, isOnline]);
};
