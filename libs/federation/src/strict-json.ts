const MAX_DEPTH = 32;
const UNSTORABLE = /\0|\p{Surrogate}/u;

/**
 * Parses JSON on which no two parsers can differ (RFC 7493): no name twice in an object, at most 32 levels, no number beyond a
 * double, no U+0000 and no half surrogate pair (a database takes neither). Undefined for anything else.
 */
export function parseStrictJson(text: string): unknown {
  const value = parse(text);
  if (value === undefined) return undefined;
  const survey: Survey = { names: 0, checkText: text.includes('\\u') };
  return isPlain(value, 1, survey) && survey.names === countNames(text) ? value : undefined;
}

interface Survey {
  names: number;
  readonly checkText: boolean;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPlain(value: unknown, depth: number, survey: Survey): boolean {
  if (typeof value === 'string') return isStorable(value, survey);
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value !== 'object') return true;
  if (depth > MAX_DEPTH) return false;
  if (Array.isArray(value)) {
    for (const item of value) if (!isPlain(item, depth + 1, survey)) return false;
    return true;
  }
  for (const name in value) {
    survey.names++;
    if (!isStorable(name, survey) || !isPlain((value as Record<string, unknown>)[name], depth + 1, survey)) return false;
  }
  return true;
}

const isStorable = (text: string, { checkText }: Survey): boolean => !checkText || !UNSTORABLE.test(text);

/**
 * How many names the text gives to members. A parser keeps the last of two equal names, so the text then counts more than the
 * value has. In valid JSON every colon outside a string follows one name.
 */
function countNames(text: string): number {
  let names = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) i = endOfString(text, i);
    else if (code === 0x3a) names++;
  }
  return names;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

function isEscaped(text: string, quote: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(quote - 1 - backslashes) === 0x5c) backslashes++;
  return backslashes % 2 === 1;
}
