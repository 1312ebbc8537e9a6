import { Button, Skeleton } from '@mantine/core';
import { ApiProblem } from '@nmirf/api-client/problem';
import type { ProblemDocument } from '@nmirf/contracts/http/problem';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './states.module.css';

/** The document of anything thrown: a problem as it is, everything else as a failure of this page. */
export const problemOf = (error: unknown): ProblemDocument =>
  error instanceof ApiProblem ? error.document : { type: 'about:blank', code: 'client/failed', status: 0, title: '' };

interface ProblemNoticeProperties {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
  readonly children?: ReactNode;
  /** It stands in place of a page: its title is the page's. */
  readonly isPage?: boolean;
}

/** What went wrong in the reader's language, what to do about it, and the number to quote to support. */
export const ProblemNotice = ({ error, onRetry, children, isPage = false }: ProblemNoticeProperties) => {
  const { t } = useTranslation();
  const problem = problemOf(error);
  // Codes of this client have their texts here; a server's come with the document.
  const own = problem.title === '';
  const title = own ? t(`problem.${problem.code}.title`) : problem.title;
  const detail = own ? t(`problem.${problem.code}.detail`) : problem.detail;
  return (
    <div className={styles.problem} role="alert">
      <IconAlertTriangle size={22} aria-hidden className={styles.problemIcon} />
      <div className={styles.problemText}>
        {isPage ? (
          <h1 id="page-title" tabIndex={-1} className={styles.problemPage}>
            <title>{title}</title>
            {title}
          </h1>
        ) : (
          <p className={styles.problemTitle}>{title}</p>
        )}
        {detail === undefined ? null : <p>{detail}</p>}
        {problem.errors === undefined ? null : (
          <ul>
            {problem.errors.map((entry) => (
              <li key={`${entry.path} ${entry.code}`}>{entry.detail}</li>
            ))}
          </ul>
        )}
        {problem.requestId === undefined ? null : (
          <p className={styles.small}>
            {t('problem.reference')} <bdi className="code">{problem.requestId}</bdi>
          </p>
        )}
        {children}
        {onRetry === undefined ? null : (
          <Button variant="default" size="sm" onClick={onRetry}>
            {t('problem.retry')}
          </Button>
        )}
      </div>
    </div>
  );
};

interface EmptyStateProperties {
  readonly title: string;
  readonly children?: ReactNode;
}

/** Nothing here, and the one next step. */
export const EmptyState = ({ title, children }: EmptyStateProperties) => (
  <div className={styles.empty}>
    <h2>{title}</h2>
    {children}
  </div>
);

/** The shape of a list while it loads. */
export const LoadingRows = ({ rows = 3, height = 96 }: { readonly rows?: number; readonly height?: number }) => {
  const { t } = useTranslation();
  return (
    <div className={styles.loading} role="status" aria-label={t('state.loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={height} radius="lg" />
      ))}
    </div>
  );
};

interface QueryLike<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

interface LoadedProperties<Data> {
  readonly query: QueryLike<Data>;
  readonly loading?: ReactNode;
  /** The whole page is drawn of it, its heading as well. */
  readonly isPage?: boolean;
  readonly children: (data: Data) => ReactNode;
}

/** What was refused is refused again; what was not heard, or was too much at once, may be answered later. */
const mayPass = (status: number): boolean => status < 400 || status === 429 || status >= 500;

/** The three states of anything that comes from a server. Data that is there stays while a refresh fails. */
export const Loaded = <Data,>({ query, loading, isPage = false, children }: LoadedProperties<Data>) => {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return loading ?? <LoadingRows />;
  const retry = mayPass(problemOf(query.error).status) ? () => void query.refetch() : undefined;
  return <ProblemNotice error={query.error} onRetry={retry} isPage={isPage} />;
};
