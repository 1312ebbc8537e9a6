import type { ApiClient } from '@nmirf/api-client/client';
import { useApi } from '@nmirf/ui/app/api-context';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { DESK } from './desk-queries.js';

/** Something an officer does; every list of the desk is read again afterwards. */
export const useDecision = <Given, Answer>(
  decide: (api: ApiClient, given: Given) => Promise<Answer>,
  onDone: (answer: Answer) => void = () => undefined,
) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => decide(api, given),
    onSuccess: async (answer) => {
      onDone(answer);
      await queries.invalidateQueries({ queryKey: [DESK] });
    },
  });
};
