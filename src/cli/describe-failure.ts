import type { GateReport } from '../domain/desk/case.ts';
import { isAssistantError } from '../errors/assistant-error.ts';
import { describeRows, type FeedRow } from './describe-rows.ts';

export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What a program reads when a command fails: never a stack; a foreign error is named as such. */
export function toFailure(error: unknown, signal: AbortSignal): Failure {
  if (signal.aborted && !isAssistantError(error))
    return { code: 'STOPPED', message: `Stopped before it was done (${String(signal.reason)})` };
  if (isAssistantError(error)) {
    const { code, message, details } = error;
    return { code, message, ...(Object.keys(details).length === 0 ? {} : { details }) };
  }
  if (!(error instanceof Error)) return { code: 'INTERNAL', message: 'Unexpected failure' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'INTERNAL';
  if (code === 'ERR_SQLITE_ERROR') return { code, message: `The database failed: ${error.message}` };
  return code === 'INTERNAL'
    ? { code, message: `Unexpected failure: ${error.message}` }
    : { code, message: error.message };
}

/** What a person reads: the sentence, and what is behind it line by line. */
export function describeFailure({ code, message, details = {} }: Failure): string {
  const { problems, rejected } = details;
  if (isTexts(problems))
    return ['The configuration is not valid:', ...problems.map((problem) => `  ${problem}`)].join('\n');
  if (code === 'GATE_FAILED') return [message, ...describeBroken(details.gate as GateReport)].join('\n');
  return isRows(rejected) && rejected.length > 0 ? `${message}\n${describeRows(rejected)}` : message;
}

/** A line for each case that breaks, and one for each way it does. */
const describeBroken = ({ broken }: GateReport): string[] => [
  ...broken.flatMap(({ id, misses }) => [
    `  ${id}`,
    ...misses.map(({ turn, expected, got }) => `    message ${turn}: expected ${expected}, got ${got}`),
  ]),
  'Nothing was published; --anyway REASON publishes it all the same',
];

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');

const isRows = (value: unknown): value is readonly FeedRow[] =>
  Array.isArray(value) &&
  value.every((entry) => typeof entry?.line === 'number' && typeof entry.reason === 'string');
