import { parse } from 'yaml';

export interface FrontMatter {
  readonly fields: Readonly<Record<string, string>>;
  /** What follows it. */
  readonly body: string;
}

/** Between two lines of three hyphens at the very beginning. */
const FRONT_MATTER = /^\uFEFF?---[^\S\n]*\n([\s\S]{0,10000}?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|$)/;

/**
 * Splits off what a text file tells of itself. Only plain values count; anything that is no mapping is part of the text.
 *
 * @param text With "\n" for line breaks.
 */
export function readFrontMatter(text: string): FrontMatter {
  const match = FRONT_MATTER.exec(text);
  const fields = match === null ? undefined : readFields(match[1] ?? '');
  return match === null || fields === undefined
    ? { fields: {}, body: text }
    : { fields, body: text.slice(match[0].length) };
}

function readFields(written: string): Record<string, string> | undefined {
  let parsed: unknown;
  try {
    // The failsafe schema reads every scalar as it is written: a date stays "2026-03-01".
    parsed = parse(written, { schema: 'failsafe', maxAliasCount: 0, logLevel: 'silent' });
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
  return Object.fromEntries(
    Object.entries(parsed).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string' ? [[key.trim().toLowerCase(), value] as const] : [],
    ),
  );
}
