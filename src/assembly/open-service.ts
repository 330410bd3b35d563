import { randomBytes } from 'node:crypto';
import { createRuleStore } from '../catalog/rule-store.ts';
import { createSynonymStore } from '../catalog/synonym-store.ts';
import type { ChooseQuestion } from '../chat/ask-facet.ts';
import { createBasketDesk } from '../chat/basket-desk.ts';
import { type BehaviourBook, createBehaviourBook } from '../chat/behaviour-book.ts';
import { createDepartments } from '../chat/create-departments.ts';
import { createCustomerDesk } from '../chat/customer-desk.ts';
import { createSearchTally } from '../chat/desk/search-tally.ts';
import { createDisputedReadings, type ReadDisputed } from '../chat/disputed-readings.ts';
import { type ExplorationDesk, openExplorationDesk } from '../chat/explore-desk.ts';
import { restoreSellers } from '../chat/exposure-log.ts';
import { createFairnessReport } from '../chat/exposure-report.ts';
import { createMemoryDesk } from '../chat/memory-desk.ts';
import { createWeightPreview } from '../chat/preview-weights.ts';
import { createRuleDesk } from '../chat/rule-desk.ts';
import { createSynonymDesk } from '../chat/synonym-desk.ts';
import { createTraceDesk } from '../chat/trace-desk.ts';
import { createReplayDesk, type ReplayDesk } from '../chat/trace-replay.ts';
import { createTraceStore } from '../chat/trace-store.ts';
import { createPlainLists } from '../chat/without-behaviour.ts';
import { createCustomerVerifier } from '../customers/verify-customer-token.ts';
import { personsBack } from '../desk/office-hours.ts';
import type { CommerceBackend } from '../ports/commerce-backend.ts';
import type { Database } from '../ports/database.ts';
import { createReplier } from '../reply/replier.ts';
import { warmClaims } from '../reply/warm-claims.ts';
import type { ShopRooms } from '../server/shop-routes.ts';
import { createLanguageDetector } from '../text/detect-language.ts';
import { playAdoptedFiles } from './adopted-files.ts';
import { watchCommerce } from './commerce-watch.ts';
import { type LoadedShop, loadShop } from './load-shop.ts';
import { openCaseDesk } from './open-case-desk.ts';
import { openChat } from './open-chat.ts';
import { openCommerce } from './open-commerce.ts';
import { type DataOptions, openData } from './open-data.ts';
import { openDesk } from './open-desk.ts';
import { openDocuments } from './open-documents.ts';
import { openIdentityProvider } from './open-identity-provider.ts';
import { openLedger } from './open-ledger.ts';
import { openLessons } from './open-lessons.ts';
import { openMerchant } from './open-merchant.ts';
import { openModel } from './open-model.ts';
import { openReading } from './open-reading.ts';
import { openSettings, versionsInForce, widgetSettingsOf } from './open-settings.ts';
import { openTraining } from './open-training.ts';
import { openWeightDesk } from './open-weight-desk.ts';
import { readWidgetSettings } from './read-widget-settings.ts';
import { readiness } from './readiness.ts';
import { releaseMemory } from './release-memory.ts';

export interface ServiceOptions extends DataOptions {
  /** Which facet a shopper is asked about; the most telling one when absent. */
  readonly chooseQuestion?: ChooseQuestion;
}

/** The shop at work, without a way in: the server and the terminal are two doors to it. */
export interface OpenService extends ShopRooms {
  readonly database: Database;
  readonly commerce: CommerceBackend;
  readonly shop: LoadedShop;
  readonly exploration: ExplorationDesk;
  readonly replays: ReplayDesk;
  readonly disputedReadings: ReadDisputed;
  readonly behaviour: BehaviourBook;
  close(): Promise<void>;
}

const ID_BYTES = 18;

/** Opens the data, makes the demo shop if there is none, loads the shop and puts the conversation together. */
export async function openService(options: ServiceOptions): Promise<OpenService> {
  const { settings, clock, note, signal } = options;
  const { database, adopted } = await openData(options);
  try {
    const ledger = await openLedger(settings, { database, clock, note });
    const shop = await loadShop({ ...options, database, onEmbedding: ledger.count });
    await restoreSellers(database, shop.current(), { nowMs: clock(), signal });
    releaseMemory();
    const detector = createLanguageDetector();
    const set = await openSettings(settings, { database, clock });
    const voice = () => set.inForce('house-rules').value;
    const model = await openModel(settings, shop, detector, { ...ledger, voice });
    const reading = openReading({ ...options, database, shop, detector, modelParser: model?.parser });
    const parser = () => reading.embedded;
    // Ids are named on command lines, where what begins with a dash is an option.
    const newId = () => randomBytes(ID_BYTES).toString('base64url').replace(/^-/, '_');
    const behaviour = createBehaviourBook({
      database,
      clock,
      note,
      limits: {
        shoppers: settings.LIMIT_ONLINE_SHOPPERS,
        bytes: settings.LIMIT_ONLINE_BYTES,
        visitEventsPerMinute: settings.LIMIT_VISIT_EVENTS_PER_MINUTE,
        impressionDays: settings.LIMIT_IMPRESSION_DAYS,
      },
    });
    await behaviour.impressions.prune();
    const exploration = await openExplorationDesk({
      database,
      policy: settings.EXPLORATION,
      exploredShare: settings.EXPLORATION_SHARE,
      clock,
      note,
    });
    shop.ranking.replace({ strategies: exploration.chooser });
    const replier = createReplier(voice);
    if (model !== undefined) warmClaims(replier);
    const commerce = watchCommerce(openCommerce({ settings, database, clock }));
    const traces = {
      store: createTraceStore(database, { keptDays: settings.LIMIT_TRACE_DAYS }),
      versions: versionsInForce(set),
    };
    const rooms = {
      shop: shop.current,
      parsers: reading.parsers,
      replier,
      commerce,
      ...(model === undefined ? {} : { modelReply: model.reply, tools: model.tools }),
      ...(model?.readPicture === undefined ? {} : { readPicture: model.readPicture }),
      modelTimeoutMs: settings.CHAT_TURN_TIMEOUT_MS,
      rates: ledger.rates,
      backAt: (nowMs: number) => personsBack(set.inForce('office-hours').value, nowMs),
      ...(options.chooseQuestion === undefined ? {} : { chooseQuestion: options.chooseQuestion }),
    };
    const lessons = await openLessons({ ...options, database, shop });
    const talks = await openChat({
      ...rooms,
      ...{ database, behaviour, clock, newId, note, settings: set, corrections: lessons.book },
      book: reading.book,
      translate: model?.translate,
      verifyCustomer: createCustomerVerifier(settings.CUSTOMER_TOKEN_SECRET, clock),
      ...(settings.TRACES === 'off' ? {} : { traces }),
    });
    const { chat, persons, drafts, suggestions, feed, translator } = talks;
    const tally = createSearchTally({ database, clock, note, keptDays: settings.LIMIT_TRACE_DAYS });
    const departments = createDepartments({
      reasonText: (reason, language, market) => replier.inMarket(market).reasonText(reason, language),
      database,
      shop: shop.current,
      parser,
      clock,
      behaviour,
      onOpened: chat.opened,
      exploration,
      ...(settings.TRACES === 'off' ? {} : { onSearch: tally.count }),
      onConsent: chat.consented,
      visitOf: chat.visitOf,
      newId,
      readiness: () => readiness(settings, shop, { database, model, commerce, usage: ledger.usage, files }),
    });
    const basket = createBasketDesk({ commerce, database, behaviour, shop: shop.current, clock });
    const kept = { database, shop: shop.current, replier };
    const memory = {
      desk: createMemoryDesk({ ...kept, chat, behaviour }),
      withoutBehaviour: createPlainLists({ ...kept, clock, traces: traces.store }),
    };
    const customers = createCustomerDesk({ database, behaviour, onForgotten: feed.tell });
    const synonyms = createSynonymDesk({
      store: createSynonymStore(database),
      synonyms: shop.synonyms,
      clock,
    });
    const rules = createRuleDesk({
      store: createRuleStore(database),
      shop: shop.current,
      parser,
      clock,
      limitRules: settings.LIMIT_RULES,
      limitDays: settings.LIMIT_RULE_DAYS,
    });
    const weights = {
      desk: openWeightDesk({ ...options, database, book: shop.ranking }),
      preview: createWeightPreview({ shop: shop.current, parser, clock }),
    };
    const fairness = createFairnessReport({ database, shop: shop.current, clock });
    const cases = openCaseDesk({
      ...{ database, settings, clock, newId, rooms, tally, parser: reading.embedded },
      synonyms: shop.synonyms,
    });
    const files = playAdoptedFiles(adopted, { gate: cases.gate, database, clock, note, signal });
    const learnRanking = () => weights.desk.learn().then(lessons.desk.learn);
    const training = openTraining({ ...options, database, shop, learnRanking });
    const close = async () => {
      try {
        talks.close();
        await files.close();
        await training.close();
        await Promise.all([
          shop.close(),
          model?.close(),
          lessons.desk.close(),
          behaviour.impressions.close(),
          exploration.close(),
          tally.close(),
          commerce.close(),
        ]);
      } finally {
        await database.close();
      }
    };
    return {
      database,
      commerce,
      shop,
      chat,
      departments,
      basket,
      persons,
      desk: openDesk({
        ...{ database, clock, newId, settings: set },
        documents: openDocuments({ database, clock, settings, shop, gate: cases.gate }),
        cases,
        ...{ feed, drafts, suggestions, translator, inside: chat.inside, lessons: lessons.desk },
        ...{ replier, shop: shop.current },
        openId: openIdentityProvider(settings),
        merchant: openMerchant({ database, clock, shop: shop.current, parser }),
      }),
      memory,
      synonyms,
      exploration,
      rules,
      fairness,
      readTrace: createTraceDesk(database, traces.store),
      replays: createReplayDesk({ ...rooms, database, traces }),
      disputedReadings: createDisputedReadings(database),
      customers,
      behaviour,
      weights,
      training: training.desk,
      usage: ledger.usage,
      widget: readWidgetSettings(settings, () => shop.current().markets, widgetSettingsOf(set)),
      close,
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
