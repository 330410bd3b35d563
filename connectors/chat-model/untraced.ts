import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Runs work with LangChain's tracing off: whatever the environment says, no prompt and no answer goes to anybody but the model.
 * Everything LangChain starts inside inherits it.
 */
export async function untraced<T>(work: () => Promise<T>): Promise<T> {
  const { AsyncLocalStorageProviderSingleton: context } = await import('@langchain/core/singletons');
  context.initializeGlobalInstance(new AsyncLocalStorage());
  return await context.runWithConfig({}, work);
}
