import { expect, it } from 'vitest';
import { startTestServer } from '../../support/http.ts';

it('tells any page what the widget shows, without a token, to be kept a while', async () => {
  const { url } = await startTestServer();
  const answer = await fetch(`${url}/v1/widget`, { headers: { Origin: 'https://anybody.test' } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(answer.headers.get('Cache-Control')).toBe('public, max-age=300');
  expect(await answer.json()).toMatchObject({
    capabilities: { markets: ['US'] },
    invitations: { rules: [] },
  });
});

it('keeps every other answer from being kept', async () => {
  const { url } = await startTestServer();
  const answer = await fetch(`${url}/v1/markets`, { headers: { Origin: 'https://anybody.test' } });
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull();
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
});
