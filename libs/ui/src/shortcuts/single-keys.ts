const key = 'nmirf-single-keys';

/** Whether shortcuts of keys without Ctrl are heard. Speech input presses keys by mistake, so they can be turned off (WCAG 2.2, 2.1.4). */
export const singleKeysAllowed = (): boolean => {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
};

export const allowSingleKeys = (allowed: boolean): void => {
  try {
    localStorage.setItem(key, allowed ? 'on' : 'off');
  } catch {
    // Storage may be closed to us; they stay on.
  }
};
