import { openService } from '../../src/assembly/open-service.ts';
import { loadConfig } from '../../src/config/config.ts';
import type { Turn } from '../../src/domain/turn.ts';
import type { TurnMeasure } from './turn.ts';
import { CONVERSATIONS } from './turn-conversations.ts';

const [directory = '', turns = '400', environment = '{}'] = process.argv.slice(2);
const wanted = Number(turns);
const WARM_UP = 30;

const loadStartedMs = performance.now();
const never = new AbortController().signal;
const service = await openService({
  settings: loadConfig(JSON.parse(environment) as Record<string, string>),
  directory,
  clock: Date.now,
  note: () => {},
  signal: never,
});
const loadSeconds = (performance.now() - loadStartedMs) / 1_000;

const totals: number[] = [];
let cpuBefore = process.cpuUsage();
const stages = { understand: 0, retrieve: 0, rank: 0, reply: 0, other: 0, record: 0 };
for (let conversation = 0; totals.length < wanted + WARM_UP; conversation += 1) {
  const script = CONVERSATIONS[conversation % CONVERSATIONS.length];
  if (script === undefined) break;
  const { conversationId, token } = await service.chat.start({ locale: script.locale });
  for (const text of script.says) {
    const startedMs = performance.now();
    const turn = await service.chat.handle({ conversationId, token, text }, { signal: never });
    totals.push(performance.now() - startedMs);
    if (totals.length === WARM_UP) cpuBefore = process.cpuUsage();
    if (totals.length > WARM_UP) addStages(turn, totals.at(-1) ?? 0);
  }
}

function addStages({ timing }: Turn, wholeMs: number): void {
  stages.understand += timing.understandMs;
  stages.retrieve += timing.retrieveMs;
  stages.rank += timing.rankMs;
  stages.reply += timing.replyMs;
  stages.other += timing.totalMs - timing.understandMs - timing.retrieveMs - timing.rankMs - timing.replyMs;
  stages.record += wholeMs - timing.totalMs;
}

const cpu = process.cpuUsage(cpuBefore);
const measured = totals.slice(WARM_UP).sort((left, right) => left - right);
const quantile = (share: number) =>
  measured[Math.min(measured.length - 1, Math.floor(share * measured.length))] ?? 0;
const sum = Object.values(stages).reduce((total, part) => total + part, 0);
const run: TurnMeasure = {
  products: service.shop.current().index.size(),
  turns: measured.length,
  p50Ms: quantile(0.5),
  p95Ms: quantile(0.95),
  maxMs: quantile(1),
  cpuMs: (cpu.user + cpu.system) / 1_000 / measured.length,
  rssMb: process.memoryUsage.rss() / 1_048_576,
  loadSeconds,
  share: Object.fromEntries(Object.entries(stages).map(([stage, part]) => [stage, part / sum])),
};
await service.close();
process.stdout.write(`${JSON.stringify(run)}\n`);
