import { findPackageJSON } from 'node:module';
import { AssistantError } from '../../src/errors/assistant-error.ts';

interface Provider {
  /** As LangChain calls it. */
  readonly key: string;
  /** Installed by the shop itself; that of OpenAI comes with us. */
  readonly package: string;
  /** What its package calls the longest answer. */
  readonly maxTokens: string;
}

const provider = (key: string, name: string, maxTokens = 'maxTokens'): Provider => ({
  key,
  package: `@langchain/${name}`,
  maxTokens,
});

/** By the word before the colon of a model's name. */
const PROVIDERS: Readonly<Record<string, Provider>> = {
  'langchain-openai': provider('openai', 'openai'),
  anthropic: provider('anthropic', 'anthropic'),
  azure: provider('azure_openai', 'openai'),
  bedrock: provider('bedrock', 'aws'),
  cerebras: provider('cerebras', 'cerebras'),
  cohere: provider('cohere', 'cohere'),
  deepseek: provider('deepseek', 'deepseek'),
  fireworks: provider('fireworks', 'fireworks'),
  google: provider('google-genai', 'google-genai', 'maxOutputTokens'),
  groq: provider('groq', 'groq'),
  mistral: provider('mistralai', 'mistralai'),
  ollama: provider('ollama', 'ollama', 'numPredict'),
  perplexity: provider('perplexity', 'perplexity'),
  together: provider('together', 'together-ai'),
  vertexai: provider('google-vertexai', 'google-vertexai', 'maxOutputTokens'),
  xai: provider('xai', 'xai'),
};

/**
 * The LangChain package behind a provider's name; it is looked for, not loaded.
 *
 * @throws {AssistantError} CONFIGURATION_INVALID when there is no such provider, or its package is not installed: the message names the
 *   package and how it is installed.
 */
export function findProvider(name: string): Provider {
  const found = Object.hasOwn(PROVIDERS, name) ? PROVIDERS[name] : undefined;
  if (found === undefined) {
    const known = ['openai', ...Object.keys(PROVIDERS)].join(', ');
    throw new AssistantError(
      'CONFIGURATION_INVALID',
      `There is no provider of language models called "${name}"; there are ${known}`,
    );
  }
  if (!isInstalled(found.package)) {
    throw new AssistantError(
      'CONFIGURATION_INVALID',
      `Models of "${name}" need a package that is not installed: npm install ${found.package}`,
      { details: { package: found.package } },
    );
  }
  return found;
}

function isInstalled(name: string): boolean {
  try {
    return findPackageJSON(name, import.meta.url) !== undefined;
  } catch {
    return false;
  }
}
