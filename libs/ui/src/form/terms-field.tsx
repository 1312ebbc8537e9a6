import { Pill, TagsInput } from '@mantine/core';
import type { TermKind } from '@nmirf/languages/terms';
import { useTermChoices, useTerms } from '../language/use-terms.js';
// Only editors need them, so they are no part of the styles that every page brings.
import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';

interface TermsFieldProperties {
  readonly id: string;
  readonly kind: TermKind;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  readonly maxLength: number;
  /** English labels as the record holds them, and words of somebody's own. */
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** Terms of the vocabulary, found by their names in the language on screen; words that are not in it can be added as well. */
export const TermsField = ({ id, kind, label, hint, error, disabled, maxLength, value, onChange }: TermsFieldProperties) => {
  const name = useTerms();
  const choices = useTermChoices(kind);
  const labelOf = (typed: string): string => choices.find((choice) => choice.label === typed)?.value ?? typed;
  return (
    <TagsInput
      {...{ id, label, error, maxLength }}
      size="md"
      description={hint}
      disabled={disabled === true}
      data={[...choices]}
      value={[...value]}
      onChange={(chosen) => {
        onChange([...new Set(chosen.map(labelOf))]);
      }}
      splitChars={[]}
      withScrollArea={false}
      maxDropdownHeight={280}
      renderPill={({ value: term, onRemove, disabled: isFixed }) => (
        <Pill withRemoveButton={isFixed !== true} {...(onRemove && { onRemove })}>
          <bdi>{name(kind, term ?? '')}</bdi>
        </Pill>
      )}
    />
  );
};
