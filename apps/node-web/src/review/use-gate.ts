import { decideReview, releasePractice, returnPractice } from '@nmirf/api-client/practices';
import type { PracticeView, ReviewDecisions, ReviewView } from '@nmirf/contracts/practices/authoring';
import { useApi } from '@nmirf/ui/app/api-context';
import { useLanguage } from '@nmirf/ui/language/use-language';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';

type Decision = ReviewDecisions['decisions'][number];

/** What a reviewer does at the gate. */
export interface Gate {
  readonly deciding: UseMutationResult<ReviewView, Error, readonly Decision[]>;
  readonly releasing: UseMutationResult<PracticeView, Error, string>;
  readonly returning: UseMutationResult<PracticeView, Error, string>;
}

export const useGate = (id: string): Gate => {
  const api = useApi();
  const lang = useLanguage();
  const queries = useQueryClient();
  const show = (view: PracticeView): void => {
    queries.setQueryData(['practice', id, lang], view);
    void queries.invalidateQueries({ queryKey: ['practices'] });
    void queries.invalidateQueries({ queryKey: ['queue'] });
  };
  return {
    deciding: useMutation({
      mutationFn: (decisions: readonly Decision[]) => decideReview(api, id, { decisions: [...decisions] }),
      onSuccess: (view) => {
        queries.setQueryData(['review', id, lang], view);
      },
    }),
    releasing: useMutation({ mutationFn: (digest: string) => releasePractice(api, id, digest), onSuccess: show }),
    returning: useMutation({ mutationFn: (reason: string) => returnPractice(api, id, reason), onSuccess: show }),
  };
};
