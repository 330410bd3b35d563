import { expect, it } from 'vitest';
import { oncePerLabel } from '../../src/chat/offer-chips.ts';

it('keeps the first chip of a label, in order', () => {
  const chip = (label: string, message: string) => ({ label, message, count: 1 });

  expect(oncePerLabel([chip('red', '1'), chip('bag', '2'), chip('red', '3')])).toEqual([
    chip('red', '1'),
    chip('bag', '2'),
  ]);
});
