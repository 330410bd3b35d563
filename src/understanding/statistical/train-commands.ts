import { createHash } from 'node:crypto';
import type { CommandType } from '../../domain/command.ts';
import { commandSchema } from '../../domain/command.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import type { SpokenLanguage } from '../../text/languages.ts';
import { type LabelledUtterance, trainClassifier } from './train-classifier.ts';
import { packWeights, type WeightFile } from './weight-file.ts';

const TYPES: ReadonlySet<string> = new Set<CommandType>(
  commandSchema.options.map(({ shape }) => shape.type.value),
);

/**
 * Labelled utterances: a line is a command, with the value of its slot where that is to be learned too ("availability stock"),
 * a tab, and what somebody says. Empty lines and those that begin with # say nothing.
 *
 * @param name Of the file, for what is said about it.
 * @throws {AssistantError} INVALID_ARGUMENT for a line without a tab or with a command that does not exist; names the line.
 */
export function readUtterances(written: string, name: string): LabelledUtterance[] {
  return written.split('\n').flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [label = '', utterance = ''] = line.split('\t').map((cell) => cell.trim());
    if (TYPES.has(label.split(' ')[0] ?? '') && utterance !== '') return [{ label, utterance }];
    throw new AssistantError(
      'INVALID_ARGUMENT',
      `${name}, line ${index + 1}: expected a command, a tab and an utterance`,
      { details: { line: line.slice(0, 200) } },
    );
  });
}

/**
 * The weights that decide commands in one language. Deterministic.
 *
 * @param mask What an utterance says apart from things and values, the same as when messages are read.
 */
export function trainCommands(
  language: SpokenLanguage,
  examples: readonly LabelledUtterance[],
  mask: (utterance: string, language: SpokenLanguage) => string,
): WeightFile {
  const masked = examples.map(({ label, utterance }) => ({ label, utterance: mask(utterance, language) }));
  return packWeights(trainClassifier(masked), digestOf(examples));
}

/** Of what was learned from, whatever the file looked like. */
export function digestOf(examples: readonly LabelledUtterance[]): string {
  const lines = examples.map(({ label, utterance }) => `${label}\t${utterance}\n`);
  return createHash('sha256').update(lines.join('')).digest('hex');
}
