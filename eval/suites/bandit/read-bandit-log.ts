import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import { drawBeta } from '../../../src/experiments/draw.ts';

/** One row of a log of the Open Bandit data set: three items are shown side by side, each a choice of its own. */
export interface BanditRow {
  readonly item: number;
  /** From 0. */
  readonly position: number;
  readonly click: number;
  readonly propensity: number;
}

/** By position, the probability of each item. */
export type PositionPolicy = readonly Float64Array[];

const ROW = z.object({
  item_id: z.coerce.number().int().min(0),
  position: z.coerce.number().int().min(1),
  click: z.coerce.number().min(0).max(1),
  propensity_score: z.coerce.number().positive().max(1),
});

const PRIOR = z
  .object({ alpha: z.array(z.number().positive()), beta: z.array(z.number().positive()) })
  .refine(({ alpha, beta }) => alpha.length === beta.length);

/** The folder of the logs and the campaign; a folder named by its campaign, `<data>/men`, is understood as well. */
export function locateLogs(
  data: string,
  { from, campaign }: { readonly from: string; readonly campaign: string },
): { readonly data: string; readonly campaign: string } {
  const [folder, named] = [dirname(data), basename(data)];
  return !existsSync(join(data, from)) && existsSync(join(folder, from, named))
    ? { data: folder, campaign: named }
    : { data, campaign };
}

/**
 * Reads `<data>/<policy>/<campaign>/<campaign>.csv` or `.csv.gz`.
 *
 * @throws {AssistantError} INVALID_ARGUMENT when it is not there or a row is not one of such a log.
 */
export function readBanditLog(data: string, policy: string, campaign: string): BanditRow[] {
  const plain = join(data, policy, campaign, `${campaign}.csv`);
  const file = [plain, `${plain}.gz`].find(existsSync);
  if (file === undefined) throw new AssistantError('INVALID_ARGUMENT', `There is no log ${plain}[.gz]`);
  const bytes = readFileSync(file);
  const text = file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  const rows: unknown[] = parse(text, { columns: true, bom: true });
  const read = z.array(ROW).safeParse(rows);
  if (!read.success)
    throw new AssistantError('INVALID_ARGUMENT', `${file} is no bandit log`, { cause: read.error });
  return read.data.map(({ item_id, position, click, propensity_score }) => ({
    item: item_id,
    position: position - 1,
    click,
    propensity: propensity_score,
  }));
}

/**
 * The pseudo-counts a Bernoulli Thompson policy started from: YAML (or JSON) of `campaign: { alpha: [...], beta: [...] }`, as the
 * data set's own tools publish it.
 *
 * @returns undefined when the campaign is not in it.
 * @throws {AssistantError} INVALID_ARGUMENT for a file of another form.
 */
export function readPrior(file: string, campaign: string): z.infer<typeof PRIOR> | undefined {
  const read = z.record(z.string(), PRIOR).safeParse(parseYaml(readFileSync(file, 'utf8')));
  if (read.success) return read.data[campaign];
  throw new AssistantError('INVALID_ARGUMENT', `${file} does not hold campaign: { alpha, beta }`, {
    cause: read.error,
  });
}

/** How often each item takes each position when items are ordered by a draw of their rates. */
export function drawThompsonPolicy(
  { alpha, beta }: { readonly alpha: readonly number[]; readonly beta: readonly number[] },
  { positions, draws, random }: { positions: number; draws: number; random: () => number },
): PositionPolicy {
  const policy = Array.from({ length: positions }, () => new Float64Array(alpha.length));
  for (let draw = 0; draw < draws; draw += 1) {
    const rates = alpha.map((successes, item) => drawBeta(successes, beta[item] ?? 1, random));
    const first = rates
      .map((_, item) => item)
      .sort((left, right) => (rates[right] ?? 0) - (rates[left] ?? 0));
    for (const [position, probabilities] of policy.entries()) {
      const item = first[position] ?? 0;
      probabilities[item] = (probabilities[item] ?? 0) + 1 / draws;
    }
  }
  return policy;
}

/** How often a log shows each item at each position: what stands in for a policy whose parameters are not at hand. */
export function countPolicy(rows: readonly BanditRow[], items: number, positions: number): PositionPolicy {
  return Array.from({ length: positions }, (_, at) => {
    const there = rows.filter(({ position }) => position === at);
    const shares = new Float64Array(items);
    for (const { item } of there) shares[item] = (shares[item] ?? 0) + 1 / there.length;
    return shares;
  });
}
