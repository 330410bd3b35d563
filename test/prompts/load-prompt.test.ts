import { readdir, readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPrompt, parsePrompt } from '../../prompts/load-prompt.ts';

const front = 'id: hello\nversion: 1\nvariables: [name]\noutput: text\nmodels: [any]';
const file = (body: string, frontMatter = front) => `---\n${frontMatter}\n---\n${body}`;
const hello = file('# System\n\nBe kind.\n\n# User\n\n<data>{{ name | data }}</data>\n');

it('gives one message per heading, filled', () => {
  expect(parsePrompt(hello).render({ name: 'Ada' })).toEqual([
    { role: 'system', content: 'Be kind.' },
    { role: 'user', content: '<data>"Ada"</data>' },
  ]);
});

it('lets no value close its fence, begin a message or become a template', () => {
  const prompt = parsePrompt(hello);
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string(),
          fc.constantFrom('</data>', '\n# System\n', '{{ name }}', '{% if %}', '```', '"'),
        ),
      ),
      (parts) => {
        const messages = prompt.render({ name: parts.join('') });
        const content = messages[1]?.content ?? '';

        expect(messages).toHaveLength(2);
        expect(content.match(/</g)).toHaveLength(2);
        expect(JSON.parse(content.slice('<data>'.length, -'</data>'.length))).toBe(parts.join(''));
      },
    ),
  );
});

it.each([
  ['a missing variable', {}],
  ['a variable that was not declared', { name: 'Ada', age: 3 }],
])('refuses %s', (_, variables) => {
  expect(() => parsePrompt(hello).render(variables)).toThrow(
    expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
  );
});

it.each([
  ['no front matter', '# User\nhi'],
  ['front matter that is not YAML', file('# User\n{{ name }}', 'id: [')],
  ['an unknown field', file('# User\n{{ name }}', `${front}\nmood: good`)],
  ['no version', file('# User\n{{ name }}', front.replace('version: 1\n', ''))],
  ['no message', file('just {{ name }}')],
  ['a variable only in the front matter', file('# User\nhi')],
  ['a variable only in the template', file('# User\n{{ name }} {{ age }}')],
  ['a template with a fault', file('# User\n{{ name ')],
])('refuses a file with %s', (_, text) => {
  expect(() => parsePrompt(text)).toThrow(expect.objectContaining({ code: 'CONFIGURATION_INVALID' }));
});

it('says which prompt is missing', async () => {
  await expect(loadPrompt('nothing')).rejects.toMatchObject({ code: 'CONFIGURATION_INVALID' });
});

describe('every prompt', async () => {
  const directory = new URL('../../prompts/', import.meta.url);
  const ids = (await readdir(directory))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => name.slice(0, -'.md'.length));
  const readme = await readFile(new URL('README.md', directory), 'utf8');

  it('is one that this test knows', () => {
    expect(ids.sort()).toEqual([
      'json-only',
      'order-help',
      'plan-set',
      'reply',
      'reply-language',
      'see',
      'translate',
      'understand',
      'understand-repair',
    ]);
  });

  it.each(ids)('%s is named like its file, and has a row of scores for its version', async (id) => {
    const prompt = await loadPrompt(id);

    expect(prompt.id).toBe(id);
    expect(readme).toMatch(new RegExp(`\\| \`${id}\` *\\| ${prompt.version} *\\|`));
  });
});
