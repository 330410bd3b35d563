import { describe, expect, it } from 'vitest';
import { performWrite } from '../../src/commerce/perform-write.ts';
import type { WritePreview } from '../../src/domain/commerce.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';

const ALLOWED: WritePreview = { kind: 'allowed', effects: [], digest: '' };
const REFUSED: WritePreview = { kind: 'refused', refusal: 'out-of-stock' };
const unreachable = async (): Promise<never> => {
  throw new AssistantError('COMMERCE_UNAVAILABLE', 'No answer');
};

/** A system whose content is a number, and a write that may do something else than it says. */
function system(write: (content: { pieces: number }) => Promise<WritePreview>, readable = [true, true]) {
  const content = { pieces: 1 };
  const reads = [...readable];
  return performWrite({
    read: async () => (reads.shift() === true ? { ...content } : await unreachable()),
    write: () => write(content),
  });
}

describe('a receipt', () => {
  it('tells what differs', async () => {
    const receipt = await system(async (content) => {
      content.pieces += 1;
      return ALLOWED;
    });
    expect(receipt).toEqual({ kind: 'done', before: { pieces: 1 }, after: { pieces: 2 } });
  });

  it('says nothing was done where the system says it was, and nothing differs', async () => {
    expect(await system(async () => ALLOWED)).toEqual({ kind: 'unchanged', after: { pieces: 1 } });
  });

  it('says it was done where the system says it was refused, and it differs', async () => {
    const receipt = await system(async (content) => {
      content.pieces = 5;
      return REFUSED;
    });
    expect(receipt).toMatchObject({ kind: 'done', after: { pieces: 5 } });
  });

  it('says it was done where the answer was lost, and it differs', async () => {
    const receipt = await system(async (content) => {
      content.pieces += 1;
      return await unreachable();
    });
    expect(receipt).toMatchObject({ kind: 'done', after: { pieces: 2 } });
  });

  it('knows nothing where the answer was lost and nothing differs yet', async () => {
    expect(await system(unreachable)).toMatchObject({ kind: 'unknown', after: { pieces: 1 } });
  });

  it('knows nothing where it cannot be read since, whatever the system said', async () => {
    for (const answer of [async () => ALLOWED, async () => REFUSED, unreachable]) {
      const receipt = await system(answer, [true, false]);
      expect(receipt.kind).toBe('unknown');
      expect('after' in receipt).toBe(false);
    }
  });

  it('tells why it was refused', async () => {
    expect(await system(async () => REFUSED)).toEqual({
      kind: 'refused',
      refusal: REFUSED,
      after: { pieces: 1 },
    });
  });

  it('writes nothing where it cannot be read before', async () => {
    let written = 0;
    const attempt = system(async () => {
      written += 1;
      return ALLOWED;
    }, [false]);
    await expect(attempt).rejects.toMatchObject({ code: 'COMMERCE_UNAVAILABLE' });
    expect(written).toBe(0);
  });
});
