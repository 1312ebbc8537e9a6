import type { ResourceFile } from '@nmirf/contracts/resources/resource';
import { useApi } from '@nmirf/ui/app/api-context';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { bringFile } from './bring-file.js';

export interface Progress {
  readonly name: string;
  /** From 0 to 1. */
  readonly share: number;
}

interface Bringing {
  readonly progress: Progress | undefined;
  /** The file whose way was stopped by hand; what has come of it waits at the server. */
  readonly stopped: string | undefined;
  /** Why the last attempt broke off. */
  readonly error: unknown;
  readonly bring: (files: readonly File[]) => void;
  readonly stop: () => void;
  /** Once more, from where each file has come to. */
  readonly again: () => void;
}

/** Brings files one after the other; what has arrived is kept when somebody stops it, leaves, or the network breaks off. */
export const useBringing = (onBrought: (file: ResourceFile) => void): Bringing => {
  const api = useApi();
  const way = useRef<AbortController>(undefined);
  const [progress, setProgress] = useState<Progress>();
  const [stopped, setStopped] = useState<string>();
  const bringing = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const { signal } = (way.current = new AbortController());
      setStopped(undefined);
      for (const file of files) {
        setProgress({ name: file.name, share: 0 });
        const brought = await bringFile(api, file, { signal, onProgress: (share) => setProgress({ name: file.name, share }) });
        onBrought(brought);
      }
    },
    onSettled: () => setProgress(undefined),
  });
  useEffect(() => () => way.current?.abort(), []);
  const { error, mutate, variables } = bringing;
  return {
    progress,
    stopped,
    error: stopped === undefined ? error : null,
    bring: mutate,
    stop: () => {
      setStopped(progress?.name);
      way.current?.abort();
    },
    again: () => {
      if (variables !== undefined) mutate(variables);
    },
  };
};
