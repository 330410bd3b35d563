import { randomBytes } from 'node:crypto';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createCatalogueStore } from '../catalog/catalogue-store.ts';
import { createProductBook, writeProductBook } from '../catalog/product-book.ts';
import { createRuleStore } from '../catalog/rule-store.ts';
import { createSynonymStore } from '../catalog/synonym-store.ts';
import type { ChooseQuestion } from '../chat/ask-facet.ts';
import { type BasketDesk, createBasketDesk } from '../chat/basket-desk.ts';
import { type BehaviourBook, createBehaviourBook } from '../chat/behaviour-book.ts';
import type { Chat } from '../chat/chat.ts';
import { createChat } from '../chat/create-chat.ts';
import { createDepartments } from '../chat/create-departments.ts';
import { type CustomerDesk, createCustomerDesk } from '../chat/customer-desk.ts';
import type { Departments } from '../chat/departments.ts';
import { createDisputedReadings, type ReadDisputed } from '../chat/disputed-readings.ts';
import { type ExplorationDesk, openExplorationDesk } from '../chat/explore-desk.ts';
import { restoreSellers } from '../chat/exposure-log.ts';
import { createFairnessReport, type ReadFairness } from '../chat/exposure-report.ts';
import { createMemoryDesk, type MemoryDesk } from '../chat/memory-desk.ts';
import { withNamedProducts } from '../chat/name-products.ts';
import { createPersonDesk, type PersonDesk } from '../chat/person-desk.ts';
import { createWeightPreview, type PreviewWeights } from '../chat/preview-weights.ts';
import { withShopTexts } from '../chat/read-shop-texts.ts';
import { createRuleDesk, type RuleDesk } from '../chat/rule-desk.ts';
import { createSynonymDesk, type SynonymDesk } from '../chat/synonym-desk.ts';
import { createTraceDesk, type ReadTrace } from '../chat/trace-desk.ts';
import { createReplayDesk, type ReplayDesk } from '../chat/trace-replay.ts';
import { createTraceStore } from '../chat/trace-store.ts';
import type { TrainingDesk } from '../chat/training-desk.ts';
import type { WeightDesk } from '../chat/weight-desk.ts';
import { createPlainLists, type ShowWithoutBehaviour } from '../chat/without-behaviour.ts';
import type { Settings } from '../config/config.ts';
import { createCustomerVerifier } from '../customers/verify-customer-token.ts';
import { createDeskBook } from '../desk/desk-book.ts';
import { createEntryFeed } from '../desk/entry-feed.ts';
import { type AuditLog, createAuditLog } from '../desk/identity/audit-log.ts';
import { createDeskIdentity, type DeskIdentity } from '../desk/identity/desk-identity.ts';
import type { WidgetSettings } from '../domain/widget-settings.ts';
import type { CommerceBackend } from '../ports/commerce-backend.ts';
import type { Database } from '../ports/database.ts';
import type { UsageBook } from '../ports/usage-book.ts';
import { createReplier } from '../reply/replier.ts';
import { warmClaims } from '../reply/warm-claims.ts';
import { createLanguageDetector } from '../text/detect-language.ts';
import { createEmbeddedParser } from '../understanding/embedded-parser.ts';
import { createCommandChooser } from '../understanding/statistical/choose-command.ts';
import { adoptSynonymFile } from './adopt-synonym-file.ts';
import { adoptWeightFile } from './adopt-weight-file.ts';
import { commandWeightFolders } from './command-weights.ts';
import { watchCommerce } from './commerce-watch.ts';
import { watchDatabase } from './database-watch.ts';
import { type LoadedShop, loadShop } from './load-shop.ts';
import { makeDemoShop, needsDemoShop } from './make-demo-shop.ts';
import { openCommerce } from './open-commerce.ts';
import { openLedger } from './open-ledger.ts';
import { openModel } from './open-model.ts';
import { openTraining } from './open-training.ts';
import { openWeightDesk } from './open-weight-desk.ts';
import { packageVersion } from './package-version.ts';
import { readWidgetSettings } from './read-widget-settings.ts';
import { readiness } from './readiness.ts';
import { releaseMemory } from './release-memory.ts';

export interface ServiceOptions {
  readonly settings: Settings;
  readonly directory: string;
  readonly clock: () => number;
  /** Hears what takes long or went wrong. */
  readonly note: (text: string) => void;
  readonly signal: AbortSignal;
  /** Which facet a shopper is asked about; the most telling one when absent. */
  readonly chooseQuestion?: ChooseQuestion;
}

/** The shop at work, without a way in: the server and the terminal are two doors to it. */
export interface OpenService {
  readonly database: Database;
  readonly commerce: CommerceBackend;
  readonly shop: LoadedShop;
  readonly chat: Chat;
  readonly departments: Departments;
  readonly basket: BasketDesk;
  readonly persons: PersonDesk;
  readonly identity: DeskIdentity;
  readonly audit: AuditLog;
  readonly memory: { readonly desk: MemoryDesk; readonly withoutBehaviour: ShowWithoutBehaviour };
  readonly synonyms: SynonymDesk;
  readonly exploration: ExplorationDesk;
  readonly rules: RuleDesk;
  readonly fairness: ReadFairness;
  readonly readTrace: ReadTrace;
  readonly replays: ReplayDesk;
  readonly disputedReadings: ReadDisputed;
  readonly customers: CustomerDesk;
  readonly behaviour: BehaviourBook;
  readonly weights: { readonly desk: WeightDesk; readonly preview: PreviewWeights };
  /** Learning from behaviour while the shop is open. */
  readonly training: TrainingDesk;
  readonly usage: UsageBook;
  /** What the widget is told of the shop. */
  readonly widget: () => WidgetSettings;
  close(): Promise<void>;
}

const ID_BYTES = 18;

/** Opens the data, makes the demo shop if there is none, loads the shop and puts the conversation together. */
export async function openService(options: ServiceOptions): Promise<OpenService> {
  const { settings, clock, note, signal } = options;
  const database = watchDatabase(await openSqliteDatabase({ directory: options.directory }));
  try {
    if (await needsDemoShop(database)) await makeDemoShop({ database, clock, note, signal });
    if (settings.SYNONYMS !== undefined)
      await adoptSynonymFile(settings.SYNONYMS, {
        database,
        clock,
        note,
        limitRules: settings.LIMIT_SYNONYMS,
      });
    if (settings.WEIGHTS !== undefined) await adoptWeightFile(settings.WEIGHTS, { database, clock, note });
    await writeProductBook(database, signal);
    const ledger = await openLedger(settings, { database, clock, note });
    const shop = await loadShop({ ...options, database, onEmbedding: ledger.count });
    await restoreSellers(database, shop.current(), { nowMs: clock(), signal });
    releaseMemory();
    const detector = createLanguageDetector();
    const naming = {
      book: createProductBook(database),
      products: createCatalogueStore(database).products,
    };
    const embedded = withNamedProducts(
      createEmbeddedParser({
        vocabulary: shop.current().vocabulary,
        detector,
        choose: createCommandChooser(commandWeightFolders(options.directory)),
      }),
      naming,
    );
    const reading = withShopTexts(embedded, () => shop.current().library);
    const model = await openModel(settings, shop, detector, ledger);
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
    const replier = createReplier({ tone: settings.TONE, formality: settings.FORMALITY });
    if (model !== undefined) warmClaims(replier);
    const commerce = watchCommerce(openCommerce({ settings, database, clock }));
    const traces = {
      store: createTraceStore(database, { keptDays: settings.LIMIT_TRACE_DAYS }),
      code: packageVersion(),
    };
    const rooms = {
      shop: shop.current,
      parsers: () => ({
        embedded: reading,
        ...(model === undefined ? {} : { model: withNamedProducts(model.parser, naming) }),
      }),
      replier,
      commerce,
      ...(model === undefined ? {} : { modelReply: model.reply, tools: model.tools }),
      ...(model?.readPicture === undefined ? {} : { readPicture: model.readPicture }),
      modelTimeoutMs: settings.CHAT_TURN_TIMEOUT_MS,
      rates: ledger.rates,
      ...(options.chooseQuestion === undefined ? {} : { chooseQuestion: options.chooseQuestion }),
    };
    const feed = createEntryFeed();
    const book = createDeskBook(database, feed, clock);
    const chat = createChat({
      ...rooms,
      database,
      behaviour,
      book: naming.book,
      verifyCustomer: createCustomerVerifier(settings.CUSTOMER_TOKEN_SECRET, clock),
      clock,
      newId,
      desk: { book, feed },
      ...(settings.TRACES === 'off' ? {} : { traces }),
    });
    const departments = createDepartments({
      reasonText: (reason, language, market) => replier.inMarket(market).reasonText(reason, language),
      database,
      shop: shop.current,
      parser: () => embedded,
      clock,
      behaviour,
      onOpened: chat.opened,
      exploration,
      onConsent: chat.consented,
      visitOf: chat.visitOf,
      newId,
      readiness: () => readiness(settings, shop, { database, model, commerce, usage: ledger.usage }),
    });
    const identity = createDeskIdentity({ database, clock, newId });
    const persons = createPersonDesk({ chat, book, feed });
    const basket = createBasketDesk({ commerce, database, behaviour, shop: shop.current, clock });
    const kept = { database, shop: shop.current, replier };
    const memory = {
      desk: createMemoryDesk({ ...kept, chat, behaviour }),
      withoutBehaviour: createPlainLists({ ...kept, clock, traces: traces.store }),
    };
    const customers = createCustomerDesk({ database, behaviour });
    const synonyms = createSynonymDesk({
      store: createSynonymStore(database),
      synonyms: shop.synonyms,
      clock,
    });
    const rules = createRuleDesk({
      store: createRuleStore(database),
      shop: shop.current,
      parser: () => embedded,
      clock,
      limitRules: settings.LIMIT_RULES,
      limitDays: settings.LIMIT_RULE_DAYS,
    });
    const weights = {
      desk: openWeightDesk({ ...options, database, book: shop.ranking }),
      preview: createWeightPreview({ shop: shop.current, parser: () => embedded, clock }),
    };
    const fairness = createFairnessReport({ database, shop: shop.current, clock });
    const training = openTraining({ ...options, database, shop, learnRanking: weights.desk.learn });
    const close = async () => {
      try {
        await training.close();
        await Promise.all([
          shop.close(),
          model?.close(),
          behaviour.impressions.close(),
          exploration.close(),
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
      identity,
      audit: createAuditLog(database),
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
      widget: readWidgetSettings(settings, () => shop.current().markets),
      close,
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
