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
  expect([settings.CHAT_MODEL, settings.EMBEDDING_MODEL, settings.ADMIN_TOKEN]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
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

it('takes a model with a key, or an endpoint without one', () => {
  const model = { FLOORWALKER_CHAT_MODEL: 'openai:gpt-5-mini' };
  expect(problemsOf({ ...model, FLOORWALKER_CHAT_API_KEY: 'key' })).toEqual([]);
  expect(problemsOf({ ...model, FLOORWALKER_CHAT_BASE_URL: 'http://127.0.0.1:8000/v1' })).toEqual([]);
});

it('describes every setting, and knows those that carry secrets', () => {
  for (const [name, setting] of Object.entries(settingsSchema.shape)) {
    expect(setting.description, name).toMatch(/\w/);
    expect(SECRET_SETTINGS.has(name as never), name).toBe(/KEY|SECRET|ADMIN_TOKEN/.test(name));
  }
});
