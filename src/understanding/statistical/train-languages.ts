import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { AssistantError } from '../../errors/assistant-error.ts';
import { isSpoken, SPOKEN_LANGUAGES } from '../../text/languages.ts';
import { maskUtterance } from '../embedded-parser.ts';
import { buildVocabulary } from '../vocabulary.ts';
import type { LabelledUtterance } from './train-classifier.ts';
import { readUtterances, trainCommands } from './train-commands.ts';
import type { WeightFile } from './weight-file.ts';

const FOLDER = new URL('./utterances/', import.meta.url);

export interface TrainedLanguage {
  readonly language: string;
  readonly utterances: number;
  /** Of them those that the merchant gave. */
  readonly examples: number;
  readonly bytes: number;
}

/** What commands are learned from: the utterances of a language that stand in the project, none where it has no file. */
export function ownUtterances(language: string): LabelledUtterance[] {
  const file = new URL(`${language}.tsv`, FOLDER);
  return existsSync(file) ? readUtterances(readFileSync(file, 'utf8'), `${language}.tsv`) : [];
}

/**
 * Examples of a merchant, by language: lines of a language, a tab, and a labelled utterance.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a language that is not spoken, and as {@link readUtterances}.
 */
export function readExamples(written: string, name: string): Map<string, LabelledUtterance[]> {
  const byLanguage = new Map<string, LabelledUtterance[]>();
  for (const line of written.split('\n').filter((each) => each.trim() !== '' && !each.startsWith('#'))) {
    const cut = line.indexOf('\t');
    const language = line.slice(0, Math.max(cut, 0)).trim();
    if (!isSpoken(language))
      throw new AssistantError('INVALID_ARGUMENT', `${name}: "${line.slice(0, 80)}" begins with no language`);
    byLanguage.set(language, [
      ...(byLanguage.get(language) ?? []),
      ...readUtterances(line.slice(cut + 1), name),
    ]);
  }
  return byLanguage;
}

/** The weights of a language, from the project's utterances and those of a merchant. Some 1 s for 1,200 utterances. */
export async function trainLanguage(
  language: string,
  examples: readonly LabelledUtterance[] = [],
): Promise<WeightFile> {
  const vocabulary = await buildVocabulary([]);
  return trainCommands(language, [...ownUtterances(language), ...examples], (utterance, spoken) =>
    maskUtterance(utterance, spoken, vocabulary),
  );
}

/** Trains every language that there are utterances of, with examples those that some are given for, and writes `<language>.json` each. */
export async function trainLanguages(
  folder: URL,
  examples: ReadonlyMap<string, readonly LabelledUtterance[]> = new Map(),
): Promise<TrainedLanguage[]> {
  mkdirSync(folder, { recursive: true });
  const trained: TrainedLanguage[] = [];
  for (const language of SPOKEN_LANGUAGES) {
    const given = examples.get(language) ?? [];
    const utterances = ownUtterances(language).length + given.length;
    if (utterances === 0 || (examples.size > 0 && given.length === 0)) continue;
    const written = `${JSON.stringify(await trainLanguage(language, given), null, 1)}\n`;
    writeFileSync(new URL(`${language}.json`, folder), written);
    trained.push({ language, utterances, examples: given.length, bytes: Buffer.byteLength(written) });
  }
  return trained;
}
