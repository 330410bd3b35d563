import { expect, it } from 'vitest';
import { openTurnBill } from '../../src/chat/turn-bill.ts';
import { NO_USAGE } from '../../src/domain/turn.ts';

const rates = (model: string) => ({
  inputPriceMicros: model === 'dear' ? 1_000_000 : 0,
  outputPriceMicros: 0,
  activeParametersBillion: 8,
});
const call = { purpose: 'understand', inputTokens: 100, outputTokens: 10, elapsedMs: 5 };

it('is empty while no model was asked', () => {
  expect(openTurnBill(rates).total()).toEqual(NO_USAGE);
});

it('sums every call, each at the price of its model, failed ones and repairs too', () => {
  const bill = openTurnBill(rates);
  bill.add({ ...call, model: 'dear', failed: 'MODEL_INVALID_ANSWER' });
  bill.add({ ...call, model: 'dear' });
  bill.add({ ...call, model: 'cheap', purpose: 'reply' });
  expect(bill.total()).toMatchObject({ inputTokens: 300, outputTokens: 30, costMicros: 200 });
  expect(bill.total().energyWh.mid).toBeGreaterThan(0);
});
