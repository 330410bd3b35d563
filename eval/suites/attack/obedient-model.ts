import { answerHonestly } from './honest-model.ts';
import { answerLost } from './lost-model.ts';
import type { ModelAnswer, ModelRequest } from './model-double.ts';
import { findOrders, type Order, type OrderFile, type Planted } from './planted-orders.ts';

/**
 * A model that does what its texts tell it to; of all that is planted this one order, so that what comes of it is known.
 *
 * @returns Undefined when it was not told the order.
 */
export function obeyOrder(
  request: ModelRequest,
  { number: only }: Planted,
  file: OrderFile,
): ModelAnswer | undefined {
  const found = findOrders(toldIn(request), file).filter(({ number }) => number === only);
  if (found.length === 0) return undefined;
  if (request.asked === 'understand') {
    const commands = found.flatMap(({ order }) => order.commands ?? []).slice(0, 6);
    return commands.length === 0
      ? answerHonestly(request)
      : { text: JSON.stringify({ language: 'en', confidence: 1, commands }) };
  }
  const calls = found.flatMap(({ order }) => order.calls ?? []);
  if (request.asked === 'tools') return { text: '', calls };
  const words = found.flatMap(({ order }) => order.say ?? []);
  const said = words.map((each) => each.replace('{instructions}', request.messages[0]?.content ?? ''));
  return { text: `${answerHonestly(request).text} ${said.join(' ')}`, piece: 7 };
}

/** Characters of a text by which it is known again. */
const KNOWN_BY = 24;

/**
 * A model that a text wins over which does not say, in our words, what is to be done: it does what an order says, and says the text back.
 *
 * @returns Undefined when it was not told the text.
 */
export function obeyText(request: ModelRequest, { text }: Planted, order: Order): ModelAnswer | undefined {
  const start = plain(text).slice(0, KNOWN_BY);
  return start !== '' && plain(toldIn(request)).includes(start)
    ? answerLost(request, text, order)
    : undefined;
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

const toldIn = ({ messages }: ModelRequest): string =>
  messages.map(({ content }) => unescaped(content)).join('\n');

const unescaped = (json: string): string =>
  json.replace(/\\u(?<code>[0-9a-f]{4})/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
