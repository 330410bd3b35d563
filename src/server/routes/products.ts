import { randomUUID } from 'node:crypto';
import type { Departments, Place } from '../../chat/departments.ts';
import { requestSignal } from '../request-signal.ts';
import { defineRoute, nothing, type Route } from '../route.ts';
import { bundleQuery, listQuery, placeQuery, productPath } from '../schemas/place.ts';
import { bundleListSchema, productDetailSchema, productListSchema } from '../schemas/product.ts';

export function productRoutes(departments: Departments): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/products/{productId}',
      summary: 'One product with its variants, as sold in a market',
      tag: 'Catalogue',
      security: 'none',
      schemas: { path: productPath, query: placeQuery, body: nothing },
      responses: {
        200: { description: 'The product', content: { 'application/json': productDetailSchema } },
      },
      async handle({ path, query }) {
        return { kind: 'json', status: 200, body: await departments.product(path.productId, placeOf(query)) };
      },
    }),
    neighbours('similar', 'Products that resemble it', (productId, place, signal) =>
      departments.similar(productId, place, signal),
    ),
    bundles(departments),
    neighbours(
      'goes-with',
      'Products that complete it: bought together more than looked at together',
      (productId, place, signal) => departments.goesWith(productId, place, signal),
    ),
  ];
}

function bundles(departments: Departments): Route {
  return defineRoute({
    method: 'get',
    path: '/v1/products/{productId}/bundles',
    summary:
      'Up to three sets of two to four things with it, in stock and within a budget, each with its reason',
    tag: 'Catalogue',
    security: 'none',
    schemas: { path: productPath, query: bundleQuery, body: nothing },
    responses: {
      200: { description: 'Best first', content: { 'application/json': bundleListSchema } },
    },
    async handle({ path, query, response }) {
      const { budgetMinor } = query;
      const place = { ...placeOf(query), ...(budgetMinor !== undefined && { budgetMinor }) };
      const found = await departments.bundles(path.productId, place, requestSignal(response));
      return { kind: 'json', status: 200, body: { bundles: found } };
    },
  });
}

function neighbours(name: string, summary: string, find: Departments['similar']): Route {
  return defineRoute({
    method: 'get',
    path: `/v1/products/{productId}/${name}`,
    summary,
    tag: 'Catalogue',
    security: 'none',
    schemas: { path: productPath, query: listQuery, body: nothing },
    responses: { 200: { description: 'Best first', content: { 'application/json': productListSchema } } },
    async handle({ path, query, response }) {
      const listId = randomUUID();
      const place = { ...placeOf(query), limit: query.limit, listId, seed: path.productId };
      const products = await find(path.productId, place, requestSignal(response));
      return { kind: 'json', status: 200, body: { listId, products } };
    },
  });
}

/** The place of a query, without what is not of it. */
export function placeOf({ market, locale }: Place): Place {
  return { ...(market !== undefined && { market }), ...(locale !== undefined && { locale }) };
}
