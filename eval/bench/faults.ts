import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { type FakeFault, type FakeModel, startFakeModel } from './fake-model.ts';
import { type SaidTurn, sayStreamed } from './say-streamed.ts';
import { type ServedShop, serveShop } from './served-shop.ts';

type Fault = FakeFault | 'refuse';

/** Every way in which a model fails; what is slow to show itself may take longer. */
const FAULTS: readonly { readonly fault: Fault; readonly barMs: number }[] = [
  { fault: 'refuse', barMs: 2_000 },
  ...([429, 500, 529, 401] as const).map((fault) => ({ fault, barMs: 2_000 })),
  ...(['error-in-body', 'empty', 'wrong-json', 'wrong-shape', 'html', 'huge', 'cut'] as const).map(
    (fault) => ({
      fault,
      barMs: 2_000,
    }),
  ),
  { fault: 'hang', barMs: 15_000 },
  { fault: 'stall', barMs: 15_000 },
];

export interface FaultRun {
  readonly fault: string;
  readonly turns: number;
  readonly firstProductsMs: Quantiles;
  readonly replyEndMs: Quantiles;
  readonly barMs: number;
  readonly statuses: readonly number[];
  /** Turns without products or without words. */
  readonly useless: number;
  readonly upstreamCalls: number;
  readonly reasons: readonly string[];
  /** Every turn was useful, answered with 200 and within the bar, and the failure was truly met. */
  readonly passed: boolean;
}

export interface Outage {
  readonly seconds: number;
  readonly turns: number;
  readonly upstreamCalls: number;
  /** Five failures open the circuit, then one call is let through every 15 s. */
  readonly mostCalls: number;
  readonly replyEndMs: Quantiles;
  readonly statuses: readonly number[];
  readonly useless: number;
  readonly passed: boolean;
}

interface Quantiles {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

const WISH = 'a warm scarf under 60';
const CIRCUIT_OPEN_MS = 1_000;
/** To have the model asked again once it answers. */
const MOST_ATTEMPTS = 60;
/** Turns by the model, one after the other, that make a failure before them forgotten: two calls each, and the circuit judges twenty. */
const GOOD_TURNS = 10;
/** An answer from memory would hide that the model is not asked. */
const WITHOUT_MEMORY = { FLOORWALKER_LIMIT_MODEL_CACHE: '0' };
const USUAL_OPEN_SECONDS = 15;
const FAILURES_TO_OPEN = 5;

/**
 * Plays the failures of a model against a served demo shop over real sockets, then an outage at a steady rate of turns.
 *
 * @param options.turns Of each failure, all at once.
 */
export async function benchFaults(options: {
  readonly turns: number;
  readonly outageSeconds: number;
  readonly note: (text: string) => void;
}): Promise<{
  readonly bench: 'faults';
  readonly runs: readonly FaultRun[];
  readonly outage: Outage;
  readonly passed: boolean;
}> {
  const runs: FaultRun[] = [];
  const environment = { FLOORWALKER_CHAT_CIRCUIT_OPEN_MS: String(CIRCUIT_OPEN_MS) };
  await withShop(environment, async (shop, model) => {
    for (const { fault, barMs } of FAULTS) {
      options.note(`${fault} ...`);
      await recover(shop, model);
      runs.push(await play(shop, model, { fault, barMs, turns: options.turns }));
    }
  });
  options.note(`Outage of ${options.outageSeconds} s ...`);
  const outage = await withShop({}, (shop, model) => playOutage(shop, model, options.outageSeconds));
  return { bench: 'faults', runs, outage, passed: outage.passed && runs.every((run) => run.passed) };
}

async function withShop<T>(
  environment: Readonly<Record<string, string>>,
  work: (shop: ServedShop, model: FakeModel) => Promise<T>,
): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-bench-'));
  const model = await startFakeModel({ delayMs: 0 });
  try {
    const shop = await serveShop(directory, {
      FLOORWALKER_CHAT_MODEL: 'openai:fake',
      FLOORWALKER_CHAT_BASE_URL: model.baseUrl,
      ...WITHOUT_MEMORY,
      ...environment,
    });
    try {
      return await work(shop, model);
    } finally {
      await shop.stop();
    }
  } finally {
    await model.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Until the circuit is closed and nothing of the failures before is remembered. */
async function recover({ url }: Pick<ServedShop, 'url'>, model: FakeModel): Promise<void> {
  model.behave({ delayMs: 0 });
  let good = 0;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const { understoodBy } = await sayStreamed(url, WISH);
    good = understoodBy === 'model' ? good + 1 : 0;
    if (good === GOOD_TURNS) return;
    if (good > 0) continue;
    await new Promise((resolve) => setTimeout(resolve, CIRCUIT_OPEN_MS / 4));
  }
  throw new AssistantError('INTERNAL', 'The shop does not ask a model that answers');
}

async function play(
  { url }: ServedShop,
  model: FakeModel,
  { fault, barMs, turns }: { readonly fault: Fault; readonly barMs: number; readonly turns: number },
): Promise<FaultRun> {
  model.behave({ delayMs: 0, ...(fault === 'refuse' ? {} : { fault }) });
  if (fault === 'refuse') await model.refuse();
  const said = await Promise.all(Array.from({ length: turns }, () => sayStreamed(url, WISH)));
  const upstreamCalls = model.calls();
  if (fault === 'refuse') await model.accept();
  const told = tell(said);
  const replyEndMs = quantiles(said.map((turn) => turn.replyEndMs));
  const isMet = told.reasons.some((reason) => reason !== 'circuit-open');
  return {
    fault: String(fault),
    turns,
    firstProductsMs: quantiles(
      said.map(({ firstProductsMs }) => firstProductsMs ?? Number.POSITIVE_INFINITY),
    ),
    replyEndMs,
    barMs,
    ...told,
    upstreamCalls,
    passed: isMet && isWell(told) && replyEndMs.max <= barMs,
  };
}

const isWell = ({ statuses, useless }: Pick<FaultRun, 'statuses' | 'useless'>): boolean =>
  useless === 0 && statuses.every((status) => status === 200);

function tell(said: readonly SaidTurn[]): Pick<FaultRun, 'statuses' | 'useless' | 'reasons'> {
  return {
    statuses: [...new Set(said.map(({ status }) => status))],
    useless: said.filter(({ products, text }) => products === 0 || text === '').length,
    reasons: [...new Set(said.flatMap(({ reasons }) => reasons))].sort(),
  };
}

const TURNS_PER_SECOND = 20;

async function playOutage({ url }: ServedShop, model: FakeModel, seconds: number): Promise<Outage> {
  await recover({ url }, model);
  model.behave({ delayMs: 0, fault: 500 });
  const beganMs = performance.now();
  const under: Promise<SaidTurn>[] = [];
  for (let turn = 0; turn < seconds * TURNS_PER_SECOND; turn += 1) {
    under.push(sayStreamed(url, WISH));
    await new Promise((resolve) => setTimeout(resolve, 1_000 / TURNS_PER_SECOND));
  }
  const said = await Promise.all(under);
  const lastedSeconds = (performance.now() - beganMs) / 1_000;
  const probes = Math.floor(lastedSeconds / USUAL_OPEN_SECONDS);
  const { statuses, useless } = tell(said);
  const upstreamCalls = model.calls();
  const mostCalls = FAILURES_TO_OPEN + probes;
  return {
    seconds: lastedSeconds,
    turns: said.length,
    upstreamCalls,
    mostCalls,
    replyEndMs: quantiles(said.map(({ replyEndMs }) => replyEndMs)),
    statuses,
    useless,
    passed: upstreamCalls <= mostCalls && isWell({ statuses, useless }),
  };
}

function quantiles(times: readonly number[]): Quantiles {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
