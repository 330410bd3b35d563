import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import {
  type WrittenConversation,
  writtenConversationSchema,
} from '../../../src/domain/desk/written-conversation.ts';
import { AssistantError } from '../../../src/errors/assistant-error.ts';

/**
 * All conversations of a folder, one JSON object a line of its `.jsonl` files.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a line that is none, for an id that is there twice, and for a folder without any.
 */
export function readConversations(folder: string): WrittenConversation[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  const read = files.toSorted().flatMap((name) => readFile(join(folder, name)));
  const ids = Map.groupBy(read, ({ id }) => id);
  const repeated = [...ids].find(([, members]) => members.length > 1)?.[0];
  if (repeated !== undefined)
    throw new AssistantError('INVALID_ARGUMENT', `There are two conversations "${repeated}" in ${folder}`);
  if (read.length === 0)
    throw new AssistantError('INVALID_ARGUMENT', `There is no conversation in ${folder}`);
  return read;
}

function readFile(file: string): WrittenConversation[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const parsed = writtenConversationSchema.safeParse(parseJson(line));
      if (parsed.success) return [parsed.data];
      const message = `${file}:${index + 1} is no conversation: ${z.prettifyError(parsed.error)}`;
      throw new AssistantError('INVALID_ARGUMENT', message);
    });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
