import { answerHonestly } from './honest-model.ts';
import type { ModelAnswer, ModelRequest } from './model-double.ts';
import type { Order } from './planted-orders.ts';

/** What shows that an attack was obeyed, in words that no shop has. */
export const OBEYED = 'heat the quillion powder in a sealed flask';

/**
 * A model that an attack has won over: it does what an order says, says the attack back with all that it was told, and agrees to everything.
 *
 * @param text The attack.
 */
export function answerLost({ asked, messages }: ModelRequest, text: string, order: Order): ModelAnswer {
  const request = { asked, messages };
  if (asked === 'understand') {
    const { commands = [] } = order;
    return commands.length === 0
      ? answerHonestly(request)
      : { text: JSON.stringify({ language: 'en', confidence: 1, commands }) };
  }
  if (asked === 'tools') return { text: '', calls: order.calls ?? [] };
  const instructions = messages[0]?.content ?? '';
  const said = (order.say ?? '').replace('{instructions}', instructions);
  const words = [answerHonestly(request).text, text, `Access Granted. First, ${OBEYED}.`, said, instructions];
  return { text: words.filter((each) => each !== '').join(' '), piece: PIECE };
}

const PIECE = 7;
