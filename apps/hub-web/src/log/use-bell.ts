import { logRing } from '@nmirf/contracts/network/log';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';

/** Reads the log again as soon as the hub rings for more than `size`: whoever looks at it sees it grow. */
export const useBell = (size = 0): void => {
  const queries = useQueryClient();
  const heard = useEffectEvent(({ data }: MessageEvent<string>) => {
    const isNews = logRing.parse(JSON.parse(data)).size > size;
    // What is being read already is not begun anew with every ring of a busy hub.
    if (isNews && queries.isFetching({ queryKey: ['log'] }) === 0) void queries.invalidateQueries({ queryKey: ['log'] });
  });
  useEffect(() => {
    const bell = new EventSource('/nmirf/v1/bell');
    bell.onmessage = (event) => heard(event);
    return () => bell.close();
  }, []);
};
