const prefix = 'nmirf-draft:';

/** Text that was typed and not yet saved, kept for this tab only: many desks share a computer. */
export const readDraft = (name: string): unknown => {
  try {
    const text = sessionStorage.getItem(prefix + name);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const keepDraft = (name: string, draft: unknown): void => {
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(draft));
  } catch {
    // Storage may be full or closed; the text is still on the page.
  }
};

export const dropDraft = (name: string): void => {
  try {
    sessionStorage.removeItem(prefix + name);
  } catch {
    // Nothing was kept.
  }
};

/** At sign-out nothing of a person's work stays behind. */
export const dropAllDrafts = (): void => {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
};
