import type { ApiClient } from '@nmirf/api-client/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../app/api-context.js';

export const ACCOUNTS = 'accounts';

/** Something an administrator does to an account; every list of accounts is read again afterwards. */
export const useAccountChange = <Given, Answer>(
  change: (api: ApiClient, given: Given) => Promise<Answer>,
  onDone: (answer: Answer) => void,
) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => change(api, given),
    onSuccess: async (answer) => {
      onDone(answer);
      await queries.invalidateQueries({ queryKey: [ACCOUNTS] });
    },
  });
};
