import { AsyncLocalStorage } from 'node:async_hooks';

/** Where LangChain keeps what it does: the place that says "not traced" stands wherever it has none. */
class UntracedStorage extends AsyncLocalStorage<unknown> {
  root: unknown;

  override getStore(): unknown {
    return super.getStore() ?? this.root;
  }
}

let forbidden: Promise<void> | undefined;

/**
 * Turns LangChain's tracing off for this process: whatever the environment says, no prompt and no answer goes to anybody but the model.
 * To be called before anything else of LangChain is loaded; calling it again does nothing.
 */
export function forbidTracing(): Promise<void> {
  forbidden ??= import('@langchain/core/singletons').then(
    ({ AsyncLocalStorageProviderSingleton: context }) => {
      const storage = new UntracedStorage();
      context.initializeGlobalInstance(storage);
      // The library's own place of a run that is not traced.
      storage.root = context.runWithConfig({}, () => storage.getStore());
    },
  );
  return forbidden;
}
