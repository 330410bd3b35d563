import { AssistantError } from '../../src/errors/assistant-error.ts';
import { DESK_AGENT } from './desk-conversations.ts';

/** An agent at the desk, as its page would speak for one. */
export interface BenchAgent {
  /** @returns The answer, and how long it took until it was read. */
  get(path: string): Promise<{ readonly body: unknown; readonly tookMs: number }>;
  post(path: string, body?: object): Promise<void>;
  /** @param onEvent Each event of the stream of the desk, as it is read. */
  follow(onEvent: (name: string, data: unknown, bytes: number) => void, signal: AbortSignal): Promise<void>;
}

export function benchAgent(url: string): BenchAgent {
  const headers = { Origin: url, Cookie: `floorwalker-desk=${DESK_AGENT.cookie}` };
  const asked = async (path: string, options: RequestInit = {}): Promise<Response> => {
    const response = await fetch(`${url}${path}`, {
      ...options,
      headers: { ...headers, ...options.headers },
    });
    if (response.ok) return response;
    throw new AssistantError('INTERNAL', `${path} answered ${response.status}`, {
      details: { answer: await response.text() },
    });
  };

  return {
    async get(path) {
      const startedMs = performance.now();
      const body: unknown = await (await asked(path)).json();
      return { body, tookMs: performance.now() - startedMs };
    },
    async post(path, body = {}) {
      const response = await asked(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      await response.arrayBuffer();
    },
    async follow(onEvent, signal) {
      const response = await asked('/v1/desk/stream', { signal, headers: { Accept: 'text/event-stream' } });
      let rest = '';
      for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        rest += piece;
        const blocks = rest.split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) {
          const [, name] = /^event: (.+)$/m.exec(block) ?? [];
          const [, data] = /^data: (.+)$/m.exec(block) ?? [];
          if (name !== undefined && data !== undefined) onEvent(name, JSON.parse(data), block.length + 2);
        }
      }
    },
  };
}
