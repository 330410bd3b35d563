import type { TrainedUtterances } from '../assembly/train-from-utterances.ts';
import { formatTable } from './output.ts';

/** A line for each language. */
export function describeUtterances({ languages }: TrainedUtterances): string {
  const rows = languages.map(({ language, utterances, examples, bytes }) => [
    language,
    String(utterances),
    String(examples),
    String(bytes),
  ]);
  return formatTable([['LANGUAGE', 'UTTERANCES', 'EXAMPLES', 'BYTES'], ...rows]);
}
