import { describe, expect, it } from 'vitest';
import { startTestServer } from '../support/http.ts';

/** What the contract names. */
const CONTRACT = [
  'POST /v1/conversations',
  'POST /v1/conversations/{conversationId}/messages',
  'GET /v1/conversations/{conversationId}/messages',
  'DELETE /v1/conversations/{conversationId}',
  'GET /v1/search',
  'GET /v1/products/{productId}',
  'GET /v1/products/{productId}/similar',
  'GET /v1/products/{productId}/goes-with',
  'GET /v1/recommendations',
  'POST /v1/events',
  'GET /livez',
  'GET /readyz',
  'GET /metrics',
  'GET /openapi.json',
];
/** What we add to it. */
const ADDITIONS = [
  'PUT /v1/conversations/{conversationId}/consent',
  'GET /v1/conversations/{conversationId}/memory',
  'PATCH /v1/conversations/{conversationId}/memory',
  'DELETE /v1/conversations/{conversationId}/memory/{itemId}',
  'GET /v1/conversations/{conversationId}/messages/{messageId}/without-behaviour',
  'POST /v1/desk/setup',
  'POST /v1/desk/session',
  'GET /v1/desk/session',
  'DELETE /v1/desk/session',
  'GET /v1/desk/agents',
  'POST /v1/desk/agents',
  'PATCH /v1/desk/agents/{agentId}',
  'GET /v1/desk/audit',
  'GET /v1/conversations/{conversationId}/entries',
  'POST /v1/conversations/{conversationId}/back-to-assistant',
  'POST /v1/desk/conversations/{conversationId}/join',
  'POST /v1/desk/conversations/{conversationId}/leave',
  'POST /v1/desk/conversations/{conversationId}/messages',
  'GET /v1/conversations/{conversationId}/basket',
  'POST /v1/conversations/{conversationId}/basket',
  'PATCH /v1/conversations/{conversationId}/basket/lines/{lineId}',
  'DELETE /v1/conversations/{conversationId}/basket/lines/{lineId}',
  'POST /v1/conversations/{conversationId}/checkout',
  'GET /v1/markets',
  'GET /v1/products/{productId}/bundles',
  'GET /v1/customers/{customerId}/export',
  'DELETE /v1/customers/{customerId}',
  'GET /v1/rules',
  'POST /v1/rules/preview',
  'PUT /v1/rules/{ruleId}',
  'DELETE /v1/rules/{ruleId}',
  'GET /v1/rules/{ruleId}/history',
  'GET /v1/widget',
  'GET /v1/synonyms',
  'PUT /v1/synonyms',
  'DELETE /v1/synonyms',
  'GET /v1/weights',
  'PUT /v1/weights',
  'DELETE /v1/weights',
  'GET /v1/weights/history',
  'POST /v1/weights/rollback',
  'POST /v1/weights/preview',
  'DELETE /v1/weights/ranker',
  'GET /v1/exploration',
  'GET /v1/fairness',
  'GET /v1/conversations/{conversationId}/messages/{messageId}/trace',
  'GET /v1/usage',
  'PUT /v1/exploration',
  'GET /v1/training',
  'POST /v1/training',
  'POST /v1/training/rollback',
];

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'];

async function describedOperations(url: string): Promise<string[]> {
  const document = await (await fetch(`${url}/openapi.json`)).json();
  return Object.entries<Record<string, unknown>>(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
}

describe('openapi.json', () => {
  it('names exactly the routes of the contract and our additions', async () => {
    const { url } = await startTestServer();
    expect((await describedOperations(url)).sort()).toEqual([...CONTRACT, ...ADDITIONS].sort());
  });

  it('agrees with what answers: every described method does, every other one is refused and says what is offered', async () => {
    const { url } = await startTestServer();
    const described = await describedOperations(url);
    for (const path of new Set(described.map((operation) => operation.split(' ')[1] ?? ''))) {
      const target = `${url}${path.replace('{conversationId}', 'c1').replace('{productId}', 'scarf-1')}`;
      for (const method of METHODS.filter((name) => name !== 'TRACE')) {
        const response = await fetch(target, { method });
        const offered = described.includes(`${method} ${path}`);
        expect([`${method} ${path}`, response.status !== 405]).toEqual([`${method} ${path}`, offered]);
        if (!offered) expect(response.headers.get('allow')).not.toContain(method);
      }
    }
  });

  it('is OpenAPI 3.1 whose references all lead somewhere', async () => {
    const { url } = await startTestServer();
    const document = await (await fetch(`${url}/openapi.json`)).json();
    expect(document.openapi).toMatch(/^3\.1\./);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, path]) => path ?? '',
    );
    expect(references.length).toBeGreaterThan(10);
    for (const reference of references) {
      const target = reference.split('/').reduce((node, key) => node?.[key], document);
      expect([reference, target !== undefined]).toEqual([reference, true]);
    }
    const parameters = document.paths['/v1/search'].get.parameters.map(({ name }: { name: string }) => name);
    expect(parameters).toEqual([
      'market',
      'locale',
      'q',
      'limit',
      'filter',
      'minPrice',
      'maxPrice',
      'sort',
      'cursor',
    ]);
  });
});
