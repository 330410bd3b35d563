import { existsSync, readFileSync } from 'node:fs';
import { AssistantError } from '../../errors/assistant-error.ts';
import { perLanguage } from '../../text/languages.ts';
import type { Message } from '../message.ts';
import { type ClassifierModel, classify } from './classifier.ts';
import { maskMessage } from './mask-message.ts';
import { unpackWeights, weightFileSchema } from './weight-file.ts';

/** What a message most likely is, as the utterances that were learned from label it. */
export interface ChosenCommand {
  readonly type: string;
  /** The value of the command's slot, where utterances tell it. */
  readonly slot?: string;
  /** In [0, 1]: of all labels of the command together. */
  readonly probability: number;
  /** By how much it is likelier than the next command, in [0, 1]. */
  readonly margin: number;
}

/** Commands by what is said, once no phrase decides. */
export type CommandChooser = (message: Message) => ChosenCommand | undefined;

/** Ours, beside this file. */
export const OWN_WEIGHTS: URL = new URL('./weights/', import.meta.url);

/**
 * Chooses by the weights of the first folder that has some for the language of the message; a language that has none anywhere is
 * not chosen for. A file is read when it is first asked for and kept. Cost of a message: O(words · labels), some 0.1 ms.
 *
 * @throws {AssistantError} INVALID_ARGUMENT when a file is not as weights are kept.
 */
export function createCommandChooser(folders: readonly URL[] = [OWN_WEIGHTS]): CommandChooser {
  const modelOf = perLanguage((language): ClassifierModel | undefined => {
    const file = folders.map((folder) => new URL(`${language}.json`, folder)).find(existsSync);
    return file === undefined ? undefined : readWeights(file);
  });
  return (message) => {
    const model = modelOf(message.grammar.language);
    return model === undefined ? undefined : chooseWith(model, maskMessage(message));
  };
}

function readWeights(file: URL): ClassifierModel {
  const parsed = weightFileSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return unpackWeights(parsed.data);
  throw new AssistantError('INVALID_ARGUMENT', `${file.pathname} holds no weights of commands`, {
    cause: parsed.error,
  });
}

/** The same with given weights, for an utterance that is masked already. */
export function chooseWith(model: ClassifierModel, masked: string): ChosenCommand | undefined {
  const labels = classify(model, masked);
  const byType = Map.groupBy(labels, ({ label }) => label.split(' ')[0] ?? '');
  const [first, next] = [...byType]
    .map(([type, members]) => ({
      type,
      label: members[0]?.label ?? type,
      probability: members.reduce((sum, { probability }) => sum + probability, 0),
    }))
    .sort((left, right) => right.probability - left.probability || (left.type < right.type ? -1 : 1));
  if (first === undefined) return undefined;
  const [, slot] = first.label.split(' ');
  return {
    type: first.type,
    ...(slot === undefined ? {} : { slot }),
    probability: first.probability,
    margin: first.probability - (next?.probability ?? 0),
  };
}
