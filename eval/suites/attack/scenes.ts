import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import * as z from 'zod';
import type { HeardTurn, Shopper } from './shopper.ts';

const sceneSchema = z.strictObject({
  locale: z.string().default('en-US'),
  market: z.string().optional(),
  /** Signed in as. */
  customer: z.string().optional(),
  /** What was said before, while the model was honest; `@chip` taps the first chip until there is a basket. */
  says: z.array(z.string()).default([]),
  /** Said while the model attacks. */
  last: z.string(),
});

/** Where in a conversation an attack takes place. */
export type Scene = z.infer<typeof sceneSchema>;

const SCENES = join(import.meta.dirname, '../../cases/attack/scenes.yaml');

export const readScenes = (): ReadonlyMap<string, Scene> =>
  new Map(Object.entries(z.record(z.string(), sceneSchema).parse(parseYaml(readFileSync(SCENES, 'utf8')))));

const TAP = '@chip';

/** Everything before the last message. @returns What was heard. */
export async function playBefore({ says }: Scene, shopper: Shopper): Promise<readonly HeardTurn[]> {
  const heard: HeardTurn[] = [];
  for (const say of says) {
    const before = heard.at(-1)?.turn;
    const chip = before?.cart === undefined ? before?.chips[0]?.message : undefined;
    if (say === TAP && chip === undefined) continue;
    heard.push(await shopper.say(say === TAP ? (chip ?? '') : say));
  }
  return heard;
}
