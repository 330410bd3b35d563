import { NO_USAGE, type Usage } from '../domain/turn.ts';
import type { TokenUsage } from '../ports/chat-model.ts';

export interface ModelRates {
  /** Millionths of a currency unit for a million tokens. */
  readonly inputPriceMicros: number;
  readonly outputPriceMicros: number;
  /** Parameters that work on a token, in billions. */
  readonly activeParametersBillion: number;
  /** Of the whole model, which has to be in memory, in billions; at least the active ones are taken. */
  readonly totalParametersBillion?: number | undefined;
}

const BATCH = 64;
const POWER_USAGE_EFFECTIVENESS = 1.2;
const SERVER_WATTS = 1_200;
const GPUS_PER_SERVER = 8;
const GPU_MEMORY_GB = 80;
const BYTES_PER_PARAMETER = 2;
const MEMORY_OVERHEAD = 1.2;
/** Reading the prompt costs about 15 % of writing, per token. */
const PREFILL_SHARE = 0.15;
/** Published methods differ by a factor of five to ten; the range says so. */
const LOW = 0.4;
const HIGH = 2.5;

/**
 * What tokens cost in money and energy. The energy is an estimate, never a measurement.
 *
 * @see EcoLogits, `impacts/llm.py`: energy per output token of the GPUs and of the server around them, batch 64, 16 bits a
 *   parameter; the share for reading the prompt and the range are ours.
 */
export function estimateUsage(tokens: TokenUsage, rates: ModelRates): Usage {
  const costMicros =
    (tokens.inputTokens * rates.inputPriceMicros + tokens.outputTokens * rates.outputPriceMicros) / 1_000_000;
  const mid = wattHoursPerToken(rates) * (tokens.outputTokens + PREFILL_SHARE * tokens.inputTokens);
  return {
    inputTokens: tokens.inputTokens,
    outputTokens: tokens.outputTokens,
    costMicros: Math.round(costMicros),
    energyWh: { low: mid * LOW, mid, high: mid * HIGH },
  };
}

function wattHoursPerToken({ activeParametersBillion: active, totalParametersBillion }: ModelRates): number {
  const total = Math.max(active, totalParametersBillion ?? active);
  const memoryGb = MEMORY_OVERHEAD * total * BYTES_PER_PARAMETER;
  const gpus = 2 ** Math.ceil(Math.log2(Math.max(1, Math.ceil(memoryGb / GPU_MEMORY_GB))));
  const gpuWattHours = 1.1665e-6 * Math.exp(-0.011206 * BATCH) * active + 4.0529e-5;
  const latencySeconds = 6.785e-4 * active + 3.119e-4 * BATCH + 0.01947;
  const serverWattHours = (SERVER_WATTS * (gpus / GPUS_PER_SERVER) * latencySeconds) / 3_600 / BATCH;
  return POWER_USAGE_EFFECTIVENESS * (serverWattHours + gpus * gpuWattHours);
}

export const sumUsage = (usages: readonly Usage[]): Usage =>
  usages.reduce(
    (sum, usage) => ({
      inputTokens: sum.inputTokens + usage.inputTokens,
      outputTokens: sum.outputTokens + usage.outputTokens,
      costMicros: sum.costMicros + usage.costMicros,
      energyWh: {
        low: sum.energyWh.low + usage.energyWh.low,
        mid: sum.energyWh.mid + usage.energyWh.mid,
        high: sum.energyWh.high + usage.energyWh.high,
      },
    }),
    NO_USAGE,
  );
