import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEventStream, type StreamedEvent } from '../../src/web/parse-event-stream.ts';

function streamOf(text: string, cuts: readonly number[] = []): ReadableStream<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(text);
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort(
    (left, right) => left - right,
  );
  return new ReadableStream({
    start(controller) {
      for (const [index, place] of places.entries())
        controller.enqueue(bytes.slice(place, places[index + 1] ?? place));
      controller.close();
    },
  });
}

async function read(text: string, cuts?: readonly number[]): Promise<StreamedEvent[]> {
  return await Array.fromAsync(parseEventStream(streamOf(text, cuts)));
}

describe('parseEventStream', () => {
  it('reads events with ids, names and data of several lines, and passes comments over', async () => {
    expect(
      await read(': hello\n\nid: 1\nevent: a\ndata: x\ndata:y\n\nretry: 5\r\n\r\ndata\r\n\r\ndata: z\n\n'),
    ).toEqual([
      { id: '1', name: 'a', data: 'x\ny' },
      { id: '', name: 'message', data: '' },
      { id: '', name: 'message', data: 'z' },
    ]);
  });

  it('gives no event whose end did not arrive', async () => {
    expect(await read('data: a\n\ndata: b')).toEqual([{ id: '', name: 'message', data: 'a' }]);
  });

  it('reads the same wherever the network cuts, also within a character', async () => {
    const events = fc.array(
      fc.tuple(fc.stringMatching(/^[a-z.]{1,8}$/), fc.string({ unit: 'grapheme', maxLength: 20 })),
    );
    await fc.assert(
      fc.asyncProperty(events, fc.array(fc.nat(), { maxLength: 12 }), async (made, cuts) => {
        const text = made
          .map(([id, value]) => `id: ${id}\nevent: e\ndata: ${JSON.stringify(value)}\n\n`)
          .join('');
        const expected = made.map(([id, value]) => ({ id, name: 'e', data: JSON.stringify(value) }));
        expect(await read(text, cuts)).toEqual(expected);
      }),
    );
  });
});
