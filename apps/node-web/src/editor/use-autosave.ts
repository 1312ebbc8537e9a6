import { useOnline } from '@nmirf/ui/app/use-online';
import { useEffect, useRef } from 'react';

/** So long somebody thinks between two sentences. */
const PAUSE_MS = 2_000;

interface Autosave {
  readonly record: unknown;
  /** There is something to save, the server would take it, and nothing stands in its way. */
  readonly due: boolean;
  readonly save: () => Promise<unknown>;
}

/** Saves by itself when the typing pauses. Without a network it waits. */
export const useAutosave = ({ record, due, save }: Autosave): void => {
  const isOnline = useOnline();
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    if (!due || !isOnline) return undefined;
    const timer = setTimeout(() => void latest.current(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [record, due, isOnline]);
};
