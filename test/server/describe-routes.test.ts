import { describe, expect, it } from 'vitest';
import { SETTING_KINDS } from '../../src/domain/desk/setting-kinds.ts';
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
  'GET /v1/desk/lessons',
  'GET /v1/desk/corrections',
  'GET /v1/desk/corrections/{correctionId}/undo',
  'POST /v1/desk/corrections/{correctionId}/undo',
  'GET /v1/desk/conversations/{conversationId}/draft',
  'PUT /v1/desk/conversations/{conversationId}/draft',
  'POST /v1/desk/conversations/{conversationId}/draft/check',
  'POST /v1/desk/conversations/{conversationId}/draft/send',
  'POST /v1/desk/conversations/{conversationId}/corrections',
  'POST /v1/desk/conversations/{conversationId}/suggestion',
  'POST /v1/desk/conversations/{conversationId}/suggestion/send',
  'GET /v1/desk/sign-in',
  'POST /v1/desk/setup',
  'POST /v1/desk/session/passkey/challenge',
  'POST /v1/desk/session/passkey',
  'GET /v1/desk/session/open-id',
  'GET /v1/desk/session/open-id/return',
  'POST /v1/desk/invitation/read',
  'POST /v1/desk/invitation',
  'PUT /v1/desk/password',
  'GET /v1/desk/passkeys',
  'POST /v1/desk/passkeys/challenge',
  'POST /v1/desk/passkeys',
  'DELETE /v1/desk/passkeys/{passkeyId}',
  'DELETE /v1/desk/sessions',
  'DELETE /v1/desk/sessions/{sessionId}',
  'POST /v1/desk/agents/{agentId}/invitation',
  'DELETE /v1/desk/agents/{agentId}/sessions',
  'POST /v1/desk/session',
  'GET /v1/desk/session',
  'DELETE /v1/desk/session',
  'GET /v1/desk/agents',
  'POST /v1/desk/agents',
  'PATCH /v1/desk/agents/{agentId}',
  'DELETE /v1/desk/agents/{agentId}',
  'GET /v1/desk/audit',
  'GET /v1/desk/queue',
  'GET /v1/desk/stream',
  'GET /v1/desk/conversations/{conversationId}',
  'PUT /v1/desk/conversations/{conversationId}/presence',
  'DELETE /v1/desk/conversations/{conversationId}/presence',
  'PUT /v1/desk/conversations/{conversationId}/seen',
  'GET /v1/desk/conversations/{conversationId}/profile',
  'PUT /v1/desk/conversations/{conversationId}/need',
  'POST /v1/desk/conversations/{conversationId}/close',
  'POST /v1/desk/conversations/{conversationId}/assign',
  'GET /v1/desk/conversations/{conversationId}/notes',
  'POST /v1/desk/conversations/{conversationId}/notes',
  'POST /v1/desk/conversations/{conversationId}/translations',
  'GET /v1/desk/reads',
  'POST /v1/conversations/{conversationId}/satisfaction',
  'GET /v1/desk/settings',
  'POST /v1/desk/conversations/{conversationId}/freeze',
  'GET /v1/desk/cases',
  'POST /v1/rules/{ruleId}/rollback',
  'GET /v1/synonyms/history',
  'POST /v1/synonyms/rollback',
  'GET /v1/desk/cases/{caseId}',
  'PUT /v1/desk/cases/{caseId}',
  'GET /v1/desk/gate',
  'POST /v1/desk/previews',
  ...SETTING_KINDS.flatMap((kind) => [`GET /v1/desk/settings/${kind}`, `PUT /v1/desk/settings/${kind}`]),
  'GET /v1/desk/settings/{kind}/history',
  'POST /v1/desk/settings/{kind}/roll-back',
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
  'GET /v1/desk/reports',
  'GET /v1/desk/reports/conversations',
  'GET /v1/desk/reports/conversations/export',
  'GET /v1/desk/reports/export',
  'GET /v1/desk/documents',
  'POST /v1/desk/documents/passages',
  'GET /v1/desk/documents/{documentId}',
  'PUT /v1/desk/documents/{documentId}',
  'DELETE /v1/desk/documents/{documentId}',
  'GET /v1/desk/documents/{documentId}/history',
  'POST /v1/desk/documents/{documentId}/roll-back',
  'GET /v1/desk/catalogue/health',
  'POST /v1/desk/search-test',
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
