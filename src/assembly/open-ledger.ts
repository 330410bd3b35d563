import { randomUUID } from 'node:crypto';
import { meterChatModel, meterToolModel } from '../../connectors/chat-model/metered.ts';
import type { Settings } from '../config/config.ts';
import type { Database } from '../ports/database.ts';
import type { SideCall } from '../ports/model-ledger.ts';
import type { UsageBook } from '../ports/usage-book.ts';
import { boundTokens } from '../usage/bound-tokens.ts';
import type { ModelRates } from '../usage/estimate-usage.ts';
import { openModelLedger } from '../usage/open-model-ledger.ts';
import type { OutsideModel } from './outside-models.ts';

export interface OpenedLedger {
  readonly usage: UsageBook;
  /** Puts the ledger around a model: no call without its leave, every call counted. */
  readonly meter: (model: OutsideModel) => OutsideModel;
  /** What a model costs, by its name. */
  readonly rates: (model: string) => ModelRates;
  /** Counts a call that is made whatever was spent. Never waited for: what cannot be counted is told, and no shopper hears of it. */
  readonly count: (call: SideCall) => void;
}

/** Budgets and prices of the settings over the state of the shop. */
export async function openLedger(
  settings: Settings,
  {
    database,
    clock,
    note = () => {},
  }: {
    readonly database: Database;
    readonly clock: () => number;
    readonly note?: (line: string) => void;
  },
): Promise<OpenedLedger> {
  const rates = ratesOf(settings);
  const budgets = {
    limits: {
      conversation: {
        tokens: settings.BUDGET_CONVERSATION_TOKENS,
        micros: settings.BUDGET_CONVERSATION_MICROS,
      },
      address: { tokens: settings.BUDGET_ADDRESS_DAY_TOKENS, micros: settings.BUDGET_ADDRESS_DAY_MICROS },
      day: { tokens: settings.BUDGET_DAY_TOKENS, micros: settings.BUDGET_DAY_MICROS },
      month: { tokens: settings.BUDGET_MONTH_TOKENS, micros: settings.BUDGET_MONTH_MICROS },
    },
    scarceAbove: settings.BUDGET_SCARCE_ABOVE,
  };
  const ledger = await openModelLedger({
    database,
    budgets,
    rates,
    sideRates: sideRatesOf(settings),
    clock,
    newId: randomUUID,
  });
  const options = { ledger, boundTokens };
  const meter = ({ chat, tools }: OutsideModel) => ({
    chat: meterChatModel(chat, options),
    tools: meterToolModel(tools, options),
  });
  const count = (call: SideCall): void => {
    ledger
      .count(call)
      .catch((error: unknown) => note(`a call to ${call.model} was not counted: ${String(error)}`));
  };
  return { usage: ledger, meter, rates, count };
}

/** Usual for embeddings, in billions. */
const SMALL_MODEL = 0.3;

/** Models that write nothing have prices of their own, or none that is known. */
function sideRatesOf(settings: Settings): (model: string) => ModelRates {
  const own = new Map(Object.entries(settings.CHAT_MODEL_RATES));
  return (model) => ({
    inputPriceMicros: own.get(model)?.inputPriceMicros ?? 0,
    outputPriceMicros: 0,
    activeParametersBillion: own.get(model)?.activeParametersBillion ?? SMALL_MODEL,
    totalParametersBillion: own.get(model)?.totalParametersBillion,
  });
}

function ratesOf(settings: Settings): (model: string) => ModelRates {
  const own = new Map(Object.entries(settings.CHAT_MODEL_RATES));
  return (model) => {
    const rates = own.get(model);
    return {
      inputPriceMicros: rates?.inputPriceMicros ?? settings.CHAT_INPUT_PRICE_MICROS,
      outputPriceMicros: rates?.outputPriceMicros ?? settings.CHAT_OUTPUT_PRICE_MICROS,
      activeParametersBillion: rates?.activeParametersBillion ?? settings.CHAT_ACTIVE_PARAMETERS_BILLION,
      totalParametersBillion: rates?.totalParametersBillion ?? settings.CHAT_TOTAL_PARAMETERS_BILLION,
    };
  };
}
