import type { Readiness } from '../chat/departments.ts';
import type { Settings } from '../config/config.ts';
import type { UsageBook } from '../ports/usage-book.ts';
import type { AdoptedFiles } from './adopted-files.ts';
import type { WatchedCommerce } from './commerce-watch.ts';
import type { WatchedDatabase } from './database-watch.ts';
import type { LoadedShop } from './load-shop.ts';
import type { OpenedModel } from './open-model.ts';

/** What every component does at this moment; one that is missing and can be done without is ready, and says what is given instead. */
export function readiness(
  settings: Settings,
  loaded: LoadedShop,
  {
    database,
    model,
    commerce,
    usage,
    files,
  }: {
    readonly database: Pick<WatchedDatabase, 'writeFault'>;
    readonly model?: Pick<OpenedModel, 'isAvailable'> | undefined;
    readonly commerce: WatchedCommerce;
    readonly usage: Pick<UsageBook, 'spentBudget'>;
    readonly files: Pick<AdoptedFiles, 'remark'>;
  },
): Readiness {
  const shop = loaded.current();
  const embedding = shop.embedder.isAvailable()
    ? shop.embedder.name
    : `${shop.embedder.name} does not answer: words are searched without it`;
  const fault = loaded.degraded().find(({ component }) => component === 'embedding-model');
  const failed = fault && `${settings.EMBEDDING_MODEL} did not work (${fault.reason}) and is tried again`;
  const indexAnswers = shop.indexEngine.answers();
  const silent = model?.isAvailable() === false ? ' does not answer: embedded answers are given' : '';
  const remark = files.remark();
  const writeFault = database.writeFault();
  const budget = usage.spentBudget();
  const spent =
    budget === undefined ? '' : `; the budget of the ${budget} is spent: embedded answers are given`;
  return {
    database: {
      ready: writeFault === undefined,
      detail: ['embedded SQLite', writeFault].filter((part) => part !== undefined).join(': '),
    },
    'product-index': {
      ready: shop.index.size() > 0 && indexAnswers,
      detail: `${shop.index.size()} products, ${shop.indexEngine.name}${indexAnswers ? '' : ' (does not answer)'}`,
    },
    'embedding-model': {
      ready: true,
      detail: [embedding, failed, loaded.underWay()].filter((part) => part !== undefined).join('; '),
    },
    'chat-model': {
      ready: true,
      detail:
        settings.CHAT_MODEL.length === 0
          ? 'embedded parser and templates'
          : `${settings.CHAT_MODEL.join(', ')}${silent}${spent}`,
    },
    'commerce-backend': {
      ready: true,
      detail: commerce.isAvailable()
        ? commerce.name
        : `${commerce.name} does not answer: baskets and orders cannot be reached`,
    },
    ...(remark === undefined ? {} : { 'kept-cases': { ready: true, detail: remark } }),
  };
}
