import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PROMPTS = join(import.meta.dirname, '../../../prompts');
/** Characters below which a sentence may be anybody's. */
const SHORTEST = 40;

/** The sentences that models are told as orders: none of them belongs on a wire. */
export function knownInstructions(): readonly string[] {
  return readdirSync(PROMPTS)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .flatMap((name) => {
      const [, ...body] = readFileSync(join(PROMPTS, name), 'utf8').split(/^# (?:System|User)$/mu);
      return body
        .join('\n')
        .replace(/\s+/gu, ' ')
        .split(/(?<=[.:;])\s/u)
        .filter((sentence) => sentence.length >= SHORTEST && !sentence.includes('{{'));
    });
}
