import { expect, it } from 'vitest';
import { loadConfig, SECRET_SETTINGS, settingsSchema } from '../../src/config/config.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';

function problemsOf(environment: Readonly<Record<string, string>>): string[] {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof AssistantError && error.code === 'CONFIGURATION_INVALID')
      return error.details.problems as string[];
    throw error;
  }
  return [];
}

it('needs no setting: everything is embedded, on this machine only', () => {
  const settings = loadConfig({});
  expect(settings).toMatchObject({
    HOST: '127.0.0.1',
    PORT: 8787,
    DATA: '.floorwalker',
    ALLOWED_ORIGINS: [],
  });
  expect(settings.CHAT_MODEL).toEqual([]);
  expect([settings.EMBEDDING_MODEL, settings.ADMIN_TOKEN]).toEqual([undefined, undefined]);
});

it('reads its own variables and no others, an empty one being absent', () => {
  const settings = loadConfig({
    PATH: '/bin',
    FLOORWALKER_PORT: ' 0 ',
    FLOORWALKER_HOST: '  ',
    FLOORWALKER_LOG_LEVEL: ' warn ',
    FLOORWALKER_ALLOWED_ORIGINS: 'https://a.example, ,https://b.example',
  });
  expect(settings).toMatchObject({
    PORT: 0,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    ALLOWED_ORIGINS: ['https://a.example', 'https://b.example'],
  });
});

it('tells all faults together: values, unknown names, and what does not fit together', () => {
  const problems = problemsOf({
    FLOORWALKER_PORT: '70000',
    FLOORWALKER_LOG_LEVEL: 'loud',
    FLOORWALKER_PROT: '8080',
    FLOORWALKER_CHAT_BASE_URL: 'http://127.0.0.1:8000/v1',
    FLOORWALKER_EMBEDDING_MODEL: 'somewhere:small',
    FLOORWALKER_CUSTOMER_TOKEN_SECRET: 'short',
  });
  const named = problems.map((problem) => problem.split(':')[0]);
  expect(new Set(named)).toEqual(
    new Set(
      ['PROT', 'PORT', 'LOG_LEVEL', 'CHAT_BASE_URL', 'EMBEDDING_MODEL', 'CUSTOMER_TOKEN_SECRET'].map(
        (name) => `FLOORWALKER_${name}`,
      ),
    ),
  );
});

it.each([
  ['PORT', '-1'],
  ['PORT', 'http'],
  ['PORT', '80.5'],
  ['CHAT_PARSE_TIMEOUT_MS', '0'],
  ['PUBLIC_URL', 'shop.example'],
  ['PUBLIC_URL', 'file:///etc/passwd'],
  ['CHAT_MODEL', 'openai:'],
  ['CHAT_MODEL', 'openai:gpt-5-mini'],
])('refuses %s="%s", naming the variable', (name, value) => {
  expect(problemsOf({ [`FLOORWALKER_${name}`]: value }).join()).toContain(`FLOORWALKER_${name}`);
});

it('never prints a value', () => {
  const canary = 'swordfish-0xC0FFEE';
  for (const name of Object.keys(settingsSchema.shape)) {
    expect(problemsOf({ [`FLOORWALKER_${name}`]: canary }).join()).not.toContain(canary);
  }
});

it('takes a list of models, each with its provider', () => {
  const environment = {
    FLOORWALKER_CHAT_MODEL: 'openai:gpt-5-mini, anthropic:claude-sonnet-4-5,,ollama:qwen3:8b',
    FLOORWALKER_CHAT_API_KEY: 'key',
    FLOORWALKER_CHAT_OPTIONS: '{"ollama": {"baseUrl": "http://127.0.0.1:11434"}}',
  };
  expect(loadConfig(environment)).toMatchObject({
    CHAT_MODEL: ['openai:gpt-5-mini', 'anthropic:claude-sonnet-4-5', 'ollama:qwen3:8b'],
    CHAT_OPTIONS: { ollama: { baseUrl: 'http://127.0.0.1:11434' } },
    CHAT_MODERATION: false,
  });
  expect(problemsOf({ FLOORWALKER_CHAT_MODEL: 'ollama:qwen3' })).toEqual([]);
  expect(problemsOf({ ...environment, FLOORWALKER_CHAT_MODEL: 'gpt-5-mini' })).toHaveLength(1);
  for (const options of ['[]', '{"a": 1}', '{', 'null'])
    expect(problemsOf({ ...environment, FLOORWALKER_CHAT_OPTIONS: options })).toHaveLength(1);
});

it('takes a model with a key, or an endpoint without one', () => {
  const model = { FLOORWALKER_CHAT_MODEL: 'openai:gpt-5-mini' };
  expect(problemsOf({ ...model, FLOORWALKER_CHAT_API_KEY: 'key' })).toEqual([]);
  expect(problemsOf({ ...model, FLOORWALKER_CHAT_BASE_URL: 'http://127.0.0.1:8000/v1' })).toEqual([]);
});

it.each([
  ['http://127.0.0.1:6333', '', 0],
  ['http://localhost:6333', '', 0],
  ['http://[::1]:6333', '', 0],
  ['https://qdrant.example', 'key', 0],
  ['https://qdrant.example', '', 1],
  ['http://127.0.0.1.example:6333', '', 1],
  ['http://10.0.0.7:6333', '', 1],
  ['', 'key', 1],
])('weighs Qdrant at "%s" with key "%s": %i faults', (url, key, faults) => {
  expect(problemsOf({ FLOORWALKER_QDRANT_URL: url, FLOORWALKER_QDRANT_API_KEY: key })).toHaveLength(faults);
});

it('describes every setting, and knows those that carry secrets', () => {
  for (const [name, setting] of Object.entries(settingsSchema.shape)) {
    expect(setting.description, name).toMatch(/\w/);
    expect(SECRET_SETTINGS.has(name as never), name).toBe(
      /KEY|SECRET|(ADMIN|STOREFRONT)_TOKEN|CHAT_OPTIONS/.test(name),
    );
  }
});

it('lets nobody send pictures to a model that is not there', () => {
  expect(problemsOf({ FLOORWALKER_CHAT_VISION: 'on' })).toEqual([
    expect.stringContaining('FLOORWALKER_CHAT_MODEL is not set'),
  ]);
  expect(loadConfig({})).toMatchObject({ CHAT_VISION: false, LIMIT_IMAGE_BYTES: 2 * 1_024 ** 2 });
});
