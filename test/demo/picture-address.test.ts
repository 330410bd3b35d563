import { expect, it } from 'vitest';
import { demoProducts } from '../../src/demo/demo-catalogue.ts';
import { drawProduct } from '../../src/demo/draw-product.ts';
import { readPictureName } from '../../src/demo/picture-address.ts';
import { attributeValues } from '../../src/domain/product.ts';

const pictureOf = (imageUrl: string) =>
  readPictureName(decodeURIComponent(imageUrl.replace(/^\/demo\/images\/|\.svg$/g, '')));

it('draws every variant in its own colour', () => {
  for (const product of demoProducts({ nowMs: 0 })) {
    for (const { imageUrl, attributes } of product.variants) {
      const color = attributes.color?.[0];
      expect(imageUrl === undefined).toBe(color === undefined);
      if (imageUrl === undefined) continue;
      expect(pictureOf(imageUrl)).toEqual({ productId: product.productId, color });
    }
  }
});

it('gives variants of different colours different pictures, and an unknown colour the usual one', () => {
  const products = [...demoProducts({ nowMs: 0 })];
  const colorful = products.find((product) => attributeValues(product, 'color').length > 2);
  expect(colorful).toBeDefined();
  if (colorful === undefined) return;
  const colors = attributeValues(colorful, 'color');
  expect(new Set(colors.map((color) => drawProduct(colorful, color))).size).toBe(colors.length);
  expect(drawProduct(colorful, 'no such colour')).toBe(drawProduct(colorful));
});
