import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { outsideChatModels } from '../../src/assembly/outside-models.ts';
import { loadConfig } from '../../src/config/config.ts';
import { jsonOnly } from '../connectors/chat-model/openai-support.ts';

const openAll = (environment: Readonly<Record<string, string>>) =>
  outsideChatModels(loadConfig({ FLOORWALKER_CHAT_API_KEY: 'key', ...environment }), jsonOnly);

it('opens the models of the settings in their order, each with tools under the same name', () => {
  const models = openAll({ FLOORWALKER_CHAT_MODEL: 'openai:a, langchain-openai:b:latest' });

  expect(models.map(({ chat, tools }) => [chat.name, tools.name])).toEqual([
    ['openai:a', 'openai:a'],
    ['langchain-openai:b:latest', 'langchain-openai:b:latest'],
  ]);
});

it('refuses options that are none of an "openai:" model, without telling them', () => {
  const open = () =>
    openAll({
      FLOORWALKER_CHAT_MODEL: 'openai:a',
      FLOORWALKER_CHAT_OPTIONS: '{"openai:a": {"apikey": "swordfish"}}',
    });

  expect(open).toThrowError(
    expect.objectContaining({
      code: 'CONFIGURATION_INVALID',
      message: expect.not.stringContaining('swordfish'),
    }),
  );
});

it('loads nothing of OpenAI or LangChain until a model is asked', () => {
  const root = new URL('../../', import.meta.url).href;
  const program = `
    import { registerHooks } from 'node:module';
    const asked = new Set();
    registerHooks({ resolve(name, context, next) { asked.add(name); return next(name, context); } });
    await import('${root}src/assembly/open-service.ts');
    const { outsideChatModels } = await import('${root}src/assembly/outside-models.ts');
    const { loadConfig } = await import('${root}src/config/config.ts');
    const settings = loadConfig({
      FLOORWALKER_CHAT_MODEL: 'openai:a, langchain-openai:b',
      FLOORWALKER_CHAT_API_KEY: 'key',
    });
    const { loadPrompt } = await import('${root}prompts/load-prompt.ts');
    const opened = outsideChatModels(settings, await loadPrompt('json-only')).length;
    const vendors = [...asked].filter((name) => /^(openai|langchain|@langchain)/.test(name));
    console.log(JSON.stringify({ opened, vendors, isRead: asked.size > 100 }));
  `;
  const told = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });

  expect(JSON.parse(told)).toEqual({ opened: 2, vendors: [], isRead: true });
});
