import { useState, type ReactNode } from 'react';
import { Stack } from '../page/page.js';
import { ProblemNotice } from '../page/states.js';
import { ErrorSummary, type FieldError } from './error-summary.js';

interface FormProperties {
  /** What is wrong with the values as they stand; told when somebody tries to send them, and gone as each is mended. */
  readonly errors: readonly FieldError[];
  /** What the server said to the last attempt. */
  readonly problem?: unknown;
  readonly onSubmit: () => void;
  readonly children: (errorOf: (id: string) => string | undefined) => ReactNode;
}

/** A short form: it keeps what was typed, tells every error at its field and in one list, and sends nothing that is known to be wrong. */
export const Form = ({ errors, problem, onSubmit, children }: FormProperties) => {
  const [told, setTold] = useState<readonly FieldError[]>([]);
  const standing = told.filter(({ id }) => errors.some((error) => error.id === id));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTold(errors);
        if (errors.length === 0) onSubmit();
      }}
    >
      <Stack>
        <ErrorSummary errors={told} />
        {problem === undefined || problem === null ? null : <ProblemNotice error={problem} />}
        {children((id) => standing.find((error) => error.id === id)?.text)}
      </Stack>
    </form>
  );
};
