/** What a keyboard event tells. */
export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly timeStamp: number;
}

/** How long the second key of a sequence may be waited for, in milliseconds. */
const PATIENCE_MS = 1_500;

/** A letter by what is printed on the key; on keyboards of other scripts, by where a Latin one has it. */
const letterOf = ({ key, code }: Pressed): string => {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const place = /^Key([A-Z])$/.exec(code)?.[1];
  return place === undefined ? key : place.toLowerCase();
};

/**
 * The name of what is pressed: `mod+k` (Ctrl, or ⌘ on a Mac), `?`, `p`. Undefined for keys with Alt, which write letters on many
 * keyboards, and for keys that only go with others.
 */
export const nameOf = (pressed: Pressed): string | undefined => {
  const { key, ctrlKey, metaKey, altKey } = pressed;
  if (altKey || key.length !== 1) return undefined;
  // The Arabic question mark.
  const name = key === '\u061f' ? '?' : letterOf(pressed);
  return ctrlKey || metaKey ? `mod+${name}` : name;
};

/** Follows keys as they are pressed and answers the shortcut they complete: one combination, or two keys within a second and a half. */
export const createKeyReader = (isKnown: (keys: string) => boolean): ((pressed: Pressed) => string | undefined) => {
  let before: { readonly name: string; readonly at: number } | undefined;
  return (pressed) => {
    const name = nameOf(pressed);
    if (name === undefined) return undefined;
    const two = before !== undefined && pressed.timeStamp - before.at < PATIENCE_MS ? `${before.name} ${name}` : undefined;
    const found = [two, name].find((keys) => keys !== undefined && isKnown(keys));
    before = found === undefined ? { name, at: pressed.timeStamp } : undefined;
    return found;
  };
};
