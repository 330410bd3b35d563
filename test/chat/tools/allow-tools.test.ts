import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { allowTools, type CapableTool } from '../../../src/chat/tools/allow-tools.ts';
import { defineTool } from '../../../src/chat/tools/define-tool.ts';

const tool = (name: string, capabilities: CapableTool['capabilities']): CapableTool =>
  defineTool({ name, description: '', capabilities, parameters: z.object({}), answer: () => name });

const never = new AbortController().signal;

describe('tools that a model is given together', () => {
  it('may have any two of the three capabilities', async () => {
    for (const pair of [
      ['untrusted', 'private'],
      ['untrusted', 'acting'],
      ['private', 'acting'],
    ] as const) {
      const allowed = allowTools(pair.map((capability) => tool(capability, [capability])));
      expect(allowed.map(({ name }) => name)).toEqual(pair);
      expect(await allowed[0]?.call({}, never)).toBe(pair[0]);
    }
  });

  it.each([
    ['the third leg', [tool('a', ['untrusted']), tool('b', ['private', 'acting'])]],
    ['the third leg in one tool', [tool('a', ['untrusted', 'private', 'acting'])]],
    // @ts-expect-error: a tool of a plug-in may state anything.
    ['an unknown capability', [tool('a', ['harmless'])]],
    ['a tool that states none', [tool('a', ['private']), tool('b', [])]],
    ['one name twice', [tool('a', ['private']), tool('a', ['acting'])]],
  ])('are refused with %s', (_, tools) => {
    expect(() => allowTools(tools)).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
  });
});
