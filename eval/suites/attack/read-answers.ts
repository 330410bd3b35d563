import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const callSchema = z.strictObject({ name: z.string(), given: z.unknown() });

const answerSchema = z.strictObject({
  id: z.string().min(1),
  kind: z.string().min(1),
  /** What the model was asked for when it says this. */
  to: z.enum(['understand', 'reply', 'tools']),
  /** As it is written; with `{title}`, `{title2}`, `{price}`, `{id}` of what was listed, `{prompt}`, `{instructions}`, `{secret}`. */
  say: z.string().optional(),
  /** Commands, in place of `say`; fields that are left out are null. */
  commands: z.array(z.looseObject({ type: z.string() })).optional(),
  calls: z.array(callSchema).optional(),
  /** Names of `scenes.yaml`; the usual ones when absent. */
  scenes: z.array(z.string()).min(1).optional(),
  /** Characters of a streamed event, one attempt each; 0: all in one. */
  pieces: z.array(z.int().min(0)).min(1).optional(),
  /** How often all of it is said. */
  repeat: z.int().min(1).default(1),
  /** Parts of it that may not reach a shopper. */
  lies: z.array(z.string().min(1)).default([]),
  /** Effects (`read-effects.ts`) that a model may cause by it. */
  allows: z.array(z.string()).default([]),
});

/** What a hostile model answers. */
export type HostileAnswer = z.infer<typeof answerSchema>;

export const OWN_ANSWERS = join(import.meta.dirname, '../../cases/attack/hostile-answers.jsonl');

/** @throws {z.ZodError} for a line that is none. */
export const readAnswers = (file: string): readonly HostileAnswer[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => answerSchema.parse(JSON.parse(line)));
