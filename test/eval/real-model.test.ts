import { expect, it } from 'vitest';
import { realModel } from '../../eval/real-model.ts';

it('takes the model of the environment with its settings, and nothing else', () => {
  const environment = {
    HOME: '/home/ann',
    FLOORWALKER_PORT: '80',
    FLOORWALKER_CHAT_MODEL: 'openai:one',
    FLOORWALKER_CHAT_API_KEY: 'key',
    FLOORWALKER_CHAT_BASE_URL: '',
  };
  expect(realModel(environment)).toEqual({
    name: 'openai:one',
    settings: { FLOORWALKER_CHAT_MODEL: 'openai:one', FLOORWALKER_CHAT_API_KEY: 'key' },
  });
  expect(realModel({ HOME: '/home/ann' })).toBeUndefined();
});

it('refuses settings of a model without one', () => {
  expect(() => realModel({ FLOORWALKER_CHAT_API_KEY: 'key' })).toThrow(
    expect.objectContaining({ code: 'CONFIGURATION_INVALID' }),
  );
});
