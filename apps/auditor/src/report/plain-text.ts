const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

/**
 * Text of the hub or of a member, safe for a terminal: no control characters that could move the cursor or hide a line, no marks
 * that turn the direction of writing, and no longer than `length` characters.
 */
export function plainText(text: string, length = 80): string {
  const characters = [...text.replaceAll(HIDDEN, '\uFFFD')];
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : characters.join('');
}
