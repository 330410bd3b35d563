import { describe, expect, it } from 'vitest';
import { goodJson, status } from '../../support/fake-openai/server.ts';
import { colour, failure, fake, model, never, red, request } from './openai-support.ts';

describe('the circuit', () => {
  it('opens after failures in a row, asks nobody while open, and closes after a good probe', async () => {
    const server = await fake(status(500));
    const asked = model(server, { failuresToOpen: 4, circuitOpenMs: 2_500 });
    const codes = [];
    for (let call = 0; call < 6; call += 1) {
      codes.push((await failure(asked.parse(request, colour, never))).details.circuit ?? 'closed');
    }
    expect(codes).toEqual(['closed', 'closed', 'open', 'open', 'open', 'open']);
    expect(server.requests).toHaveLength(4);
    expect(asked.isAvailable()).toBe(false);

    server.setMode(goodJson(red));
    await expect.poll(() => asked.isAvailable()).toBe(true);
    expect((await asked.parse(request, colour, never)).value).toEqual(red);
    expect((await asked.parse(request, colour, never)).value).toEqual(red);
  });

  it('lets one probe through; others are refused meanwhile, not kept waiting', async () => {
    const server = await fake(status(500));
    const asked = model(server, { failuresToOpen: 2, circuitOpenMs: 50, parseTimeoutMs: 2_500 });
    await failure(asked.parse(request, colour, never));
    const before = server.requests.length;
    server.setMode({ kind: 'hang' });
    await expect.poll(() => asked.isAvailable()).toBe(true);
    const probe = failure(asked.parse(request, colour, never));
    await expect.poll(() => server.requests.length).toBe(before + 1);

    expect((await failure(asked.parse(request, colour, never))).details).toEqual({ circuit: 'open' });
    expect((await probe).code).toBe('MODEL_TIMEOUT');
  });

  it('is not opened by answers of the wrong form, which a shopper could provoke', async () => {
    const asked = model(await fake({ kind: 'broken-json' }), { failuresToOpen: 2 });
    for (let call = 0; call < 3; call += 1) await failure(asked.parse(request, colour, never));

    expect(asked.isAvailable()).toBe(true);
  });

  it('refuses what does not fit into the waiting room', async () => {
    const server = await fake({ kind: 'hang' });
    const asked = model(server, { maxConcurrent: 1, parseTimeoutMs: 200 });
    const errors = await Promise.all(
      Array.from({ length: 5 }, () => failure(asked.parse(request, colour, never))),
    );

    expect(errors.filter((error) => error.details.busy === true)).toHaveLength(2);
    expect(server.requests.length).toBeLessThanOrEqual(3);
  });

  it('refuses after close and ends what is in flight', async () => {
    const server = await fake({ kind: 'hang' });
    const asked = model(server);
    const pending = failure(asked.parse(request, colour, never));
    await expect.poll(() => server.requests.length).toBe(1);
    await asked.close();

    expect((await pending).code).toBe('MODEL_UNAVAILABLE');
    expect((await failure(asked.parse(request, colour, never))).code).toBe('MODEL_UNAVAILABLE');
    expect(asked.isAvailable()).toBe(false);
  });
});
