import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWN_WEIGHTS } from '../understanding/statistical/choose-command.ts';
import {
  readExamples,
  type TrainedLanguage,
  trainLanguages,
} from '../understanding/statistical/train-languages.ts';
import { learnedCommands } from './command-weights.ts';

export interface TrainedUtterances {
  /** Where the weights were written. */
  readonly folder: string;
  readonly languages: readonly TrainedLanguage[];
}

/** Where a merchant's examples lie when no file is named, in the data directory. */
const EXAMPLES = 'commands.tsv';

/**
 * Learns from labelled utterances which command a message is: with a merchant's examples into the data directory, else the
 * project's own weights anew.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a line that is no example.
 */
export async function trainFromUtterances(
  directory: string,
  file: string | undefined,
): Promise<TrainedUtterances> {
  const examples = file ?? join(directory, EXAMPLES);
  const isGiven = file !== undefined || existsSync(examples);
  const folder = isGiven ? learnedCommands(directory) : OWN_WEIGHTS;
  const given = isGiven ? readExamples(readFileSync(examples, 'utf8'), examples) : new Map();
  return { folder: folder.pathname, languages: await trainLanguages(folder, given) };
}
