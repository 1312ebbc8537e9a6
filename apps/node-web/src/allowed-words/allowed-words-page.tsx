import { forgetWord, listAllowedWords } from '@nmirf/api-client/allowed-words';
import type { AllowedWordView } from '@nmirf/contracts/practices/allowed-words';
import { useApi } from '@nmirf/ui/app/api-context';
import { Dialog } from '@nmirf/ui/dialog/dialog';
import { DialogButton } from '@nmirf/ui/dialog/dialog-button';
import { ExportButton } from '@nmirf/ui/export/export-button';
import { SearchForm } from '@nmirf/ui/form/search-form';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { Page, PageHeader, Stack } from '@nmirf/ui/page/page';
import { PageLinks } from '@nmirf/ui/page/pages-links';
import { RecordList, RecordRow } from '@nmirf/ui/page/record-list';
import { EmptyState, Loaded } from '@nmirf/ui/page/states';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AttentionCard } from './attention-card.js';

interface ForgetProperties {
  readonly word: string;
  readonly onClose: () => void;
}

const ForgetDialog = ({ word, onClose }: ForgetProperties) => {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const forgetting = useMutation({
    mutationFn: () => forgetWord(api, word),
    onSuccess: async () => {
      onClose();
      await Promise.all(['allowed-words', 'review'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
  return (
    <Dialog
      title={t('allowedWords.forgetTitle', { word })}
      action={t('allowedWords.forget')}
      danger
      busy={forgetting.isPending}
      error={forgetting.error}
      onAction={() => {
        forgetting.mutate();
      }}
      onClose={onClose}
    >
      <p>{t('allowedWords.forgetMeans')}</p>
    </Dialog>
  );
};

const WordRow = ({ item }: { readonly item: AllowedWordView }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const lang = useLanguage();
  const { word, reason, by, at, practice } = item;
  return (
    <RecordRow
      title={<bdi>{word}</bdi>}
      meta={
        <>
          <span>{by === undefined ? t('allowedWords.nobody') : by.name}</span>
          <span>{formats.dateTime(at)}</span>
          {practice === undefined ? null : (
            <Link to="/$lang/practices/$id" params={{ lang, id: practice.id }} lang={practice.titleLanguage} dir="auto">
              {practice.title}
            </Link>
          )}
        </>
      }
      actions={
        <DialogButton
          size="sm"
          kind="quiet"
          label={`${t('allowedWords.forget')}: ${word}`}
          dialog={(onClose) => <ForgetDialog word={word} onClose={onClose} />}
        >
          {t('allowedWords.forget')}
        </DialogButton>
      }
    >
      <p>
        <bdi>{reason}</bdi>
      </p>
    </RecordRow>
  );
};

const Export = () => {
  const { t } = useTranslation();
  const api = useApi();
  const { q } = useSearch({ from: '/$lang/desk/allowed-words' });
  return (
    <ExportButton<AllowedWordView>
      name="allowed-words"
      columns={[
        { title: t('allowedWords.word'), value: ({ word }) => word },
        { title: t('allowedWords.reason'), value: ({ reason }) => reason },
        { title: t('allowedWords.by'), value: ({ by }) => by?.name },
        { title: t('allowedWords.at'), value: ({ at }) => at },
        { title: t('allowedWords.practice'), value: ({ practice }) => practice?.title },
      ]}
      page={(after) => listAllowedWords(api, { q, after, limit: 100 })}
    />
  );
};

/** What the gate asks about no more, who decided so and why; each word can be taken off the list. */
export const AllowedWordsPage = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const navigate = useNavigate();
  const search = useSearch({ from: '/$lang/desk/allowed-words' });
  const words = useQuery({
    queryKey: ['allowed-words', search, lang],
    queryFn: ({ signal }) => listAllowedWords(api, search, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Page>
      <PageHeader title={t('allowedWords.title')} lead={t('allowedWords.lead')} actions={<Export />} />
      <Stack>
        <SearchForm
          label={t('allowedWords.search')}
          words={search.q}
          onSearch={(q) => void navigate({ to: '.', search: q === undefined ? {} : { q } })}
        />
        <Loaded query={words}>
          {({ items, next }) =>
            items.length === 0 ? (
              <EmptyState title={t(search.q === undefined ? 'allowedWords.none' : 'allowedWords.noneFound')}>
                <p>{t('allowedWords.noneHint')}</p>
              </EmptyState>
            ) : (
              <>
                <RecordList>
                  {items.map((item) => (
                    <WordRow key={item.word} item={item} />
                  ))}
                </RecordList>
                <PageLinks after={search.after} next={next} />
              </>
            )
          }
        </Loaded>
        <AttentionCard />
      </Stack>
    </Page>
  );
};
