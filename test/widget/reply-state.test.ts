import { expect, it } from 'vitest';
import { EMPTY_REPLY, hear } from '../../src/widget/reply-state.ts';
import { createScriptedBasket } from '../support/scripted-basket.ts';

it('takes in a changed basket and a person before the reply ends', () => {
  const cart = createScriptedBasket().cart();
  const changed = hear(EMPTY_REPLY, { type: 'cart-changed', cart });
  expect(changed).toMatchObject({ cart, isComplete: false });
  expect(hear(changed, { type: 'handoff', handoff: { reason: 'asked' } })).toMatchObject({
    cart,
    handoff: { reason: 'asked' },
  });
});
