import { expect, it } from 'vitest';
import { safeAddress } from '../../src/widget/safe-address.ts';

const BASE = 'https://assistant.example';

it.each([
  ['/products/a b', 'https://assistant.example/products/a%20b'],
  ['https://shop.example/x', 'https://shop.example/x'],
  ['http://shop.example/x', 'http://shop.example/x'],
  ['//cdn.example/x', 'https://cdn.example/x'],
])('reads %s', (address, expected) => {
  expect(safeAddress(address, BASE)).toBe(expected);
});

it.each([
  undefined,
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc',
  'https://',
])('refuses %s', (address) => {
  expect(safeAddress(address, BASE)).toBeUndefined();
});
