import { readdirSync, readFileSync } from 'node:fs';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Language } from '../domain/locale.ts';
import { AssistantError } from '../errors/assistant-error.ts';

/** What a locale file holds, in the order in which people read it; the room that uses a section says what stands in it. */
export const LOCALE_SECTIONS = [
  'name',
  'letters',
  'talk',
  'head',
  'plurals',
  'compounds',
  'prefixes',
  'spaced-thousands',
  'unit-letters',
  'numbers',
  'multipliers',
  'counted',
  'language-names',
  'units',
  'spellings',
  'grammar',
  'quantities',
  'ratings',
  'shop-questions',
  'personal',
  'service',
  'permission',
  'policies',
  'shifts',
  'attributes',
  'sensitive',
  'claims',
  'claim-words',
  'size-words',
] as const;

export type LocaleSection = (typeof LOCALE_SECTIONS)[number];

export interface LocaleFiles {
  /** English first, then by name. */
  readonly languages: readonly Language[];
  /**
   * What a file says in a section. Every call checks it again: keep what is made of it.
   *
   * @throws {AssistantError} INVALID_ARGUMENT when the section is not as the schema has it; names file, line and key.
   */
  section<Section>(language: Language, section: LocaleSection, schema: z.ZodType<Section>): Section;
}

const FILE = /^([a-z]{2,3})\.yaml$/;

/**
 * The locale files of a folder, `<language>.yaml` each: everything that a language needs to be understood and to be
 * answered in with care. A file is read when it is first asked for (some 10 ms) and kept.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a file that is no YAML, repeats a key, or has a section that none of ours is.
 */
export function openLocaleFiles(folder: URL): LocaleFiles {
  const files = new Map<Language, LocaleFile>();
  const fileOf = (language: Language) => {
    const known = files.get(language) ?? readLocaleFile(folder, language);
    files.set(language, known);
    return known;
  };
  const languages = readdirSync(folder)
    .flatMap((name) => FILE.exec(name)?.[1] ?? [])
    .sort((left, right) => Number(right === 'en') - Number(left === 'en') || (left < right ? -1 : 1));
  return {
    languages,
    section(language, section, schema) {
      const read = schema.safeParse(fileOf(language).content[section]);
      if (read.success) return read.data;
      const [issue] = read.error.issues;
      const path = [section, ...(issue?.path ?? [])];
      // Parsed once more: where everything stands is much to keep for a mistake.
      const { document, lines, name } = parseFile(folder, language);
      throw refuse(name, lineOf(document, lines, path), `"${path.join('.')}": ${issue?.message ?? ''}`);
    },
  };
}

interface LocaleFile {
  readonly content: Readonly<Record<string, unknown>>;
}

function parseFile(folder: URL, language: Language) {
  const name = `${language}.yaml`;
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(new URL(name, folder), 'utf8'), { lineCounter: lines });
  return { name, document, lines };
}

function readLocaleFile(folder: URL, language: Language): LocaleFile {
  const { name, document, lines } = parseFile(folder, language);
  const [error] = document.errors;
  if (error !== undefined) throw refuse(name, error.linePos?.[0].line, error.message);
  const content: unknown = document.toJS();
  if (typeof content !== 'object' || content === null) throw refuse(name, 1, 'there are no sections');
  const unknown = Object.keys(content).find((key) => !LOCALE_SECTIONS.some((section) => section === key));
  if (unknown !== undefined)
    throw refuse(name, lineOf(document, lines, [unknown]), `there is no section "${unknown}"`);
  return { content: { ...content } };
}

/** Of the innermost key of a path that stands in the file. */
function lineOf(
  document: Pick<Document, 'getIn'>,
  lines: LineCounter,
  path: readonly PropertyKey[],
): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
    if (Array.isArray(range) && typeof range[0] === 'number') return lines.linePos(range[0]).line;
  }
  return undefined;
}

const refuse = (file: string, line: number | undefined, why: string): AssistantError =>
  new AssistantError('INVALID_ARGUMENT', `${file}${line === undefined ? '' : `, line ${line}`}: ${why}`, {
    details: { file, ...(line === undefined ? {} : { line }) },
  });

/** Our own ones, beside this file. */
export const LOCALES: LocaleFiles = openLocaleFiles(new URL('./locales/', import.meta.url));
