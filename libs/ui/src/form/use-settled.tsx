import { useDebouncedValue } from '@mantine/hooks';

const PAUSE_MS = 250;

/** What is typed, once the typing pauses: what a server is asked for. */
export const useSettled = (typed: string): string => useDebouncedValue(typed, PAUSE_MS)[0];
