import type { Generated } from 'kysely';
import type { DeskTables } from './desk-tables.ts';
import type { IdentityTables } from './identity-tables.ts';
import type { ReportTables } from './report-tables.ts';

/** JSON is TEXT in every dialect; times are epoch milliseconds; money is minor units. */
export interface Tables extends DeskTables, IdentityTables, ReportTables {
  /** One row per product; `document` is the JSON of domain `Product`. */
  products: { productId: string; document: string; contentHash: string; updatedAtMs: number };
  /** Rows of an import that is not published yet; emptied when an import begins or ends. */
  stagedProducts: {
    /** 0-based order of the feed. */
    position: number;
    productId: string;
    document: string;
    contentHash: string;
  };
  /** One row per market sold to. `languages` is a JSON array. */
  markets: { country: string; currency: string; languages: string; origin: string };
  /** Published catalogue versions, newest last. `report` is the JSON of the import report. */
  catalogueVersions: {
    version: Generated<number>;
    publishedAtMs: number;
    origin: string;
    contentHash: string;
    products: number;
    report: string;
  };
  conversations: {
    conversationId: string;
    /** SHA-256 of the bearer token, hex. */
    tokenHash: string;
    shopperId: string;
    proved: number;
    /** JSON of domain `Consent`. */
    consent: string;
    market: string;
    locale: string;
    /** JSON of domain `DialogueState`. */
    state: string;
    /** JSON of chat `PendingOpened`: products opened since the last turn began, which `state` does not know yet. */
    opened: Generated<string>;
    createdAtMs: number;
    updatedAtMs: number;
  };
  /** One row per turn: what the shopper said and what was answered. `turn` is the JSON of domain `Turn`. */
  turns: {
    conversationId: string;
    /** 1-based, gapless. */
    number: number;
    messageId: string;
    clientMessageId: string | null;
    /** The shopper's words. */
    utterance: string;
    turn: string;
    createdAtMs: number;
  };
  /** What was shown where; one row per product of a list. */
  impressions: {
    /** Of the message; of the list where there is none. */
    messageId: string;
    /** 1-based. */
    position: number;
    /** Empty for a list outside of a conversation. */
    conversationId: string;
    /** "chat", "search", "recommendations", "similar" or "goes-with". */
    surface: Generated<string>;
    /** Only with consent. */
    shopperId: string | null;
    productId: string;
    score: number;
    /** Probability in (0, 1] that the policy put it there; 1 while nothing is random. */
    propensity: number;
    /** Version of the models and weights that made the list. */
    rankingVersion: string;
    /** JSON: signal to value, the parts that the score was made of. */
    features: Generated<string>;
    /** Name of the strategy that was explored; null while there is none. */
    strategy: string | null;
    /** Short name of what kind of thing was asked for; empty where that is not known. */
    scope: Generated<string>;
    shownAtMs: number;
  };
  /** JSON-free columns of domain `Interaction`. */
  interactions: {
    interactionId: string;
    type: string;
    productId: string;
    shopperId: string | null;
    sessionId: string | null;
    market: string | null;
    quantity: number;
    occurredAtMs: number;
    receivedAtMs: number;
    /** `impressions.messageId` of the list it was chosen from. */
    listId: string | null;
  };
  /** Learned artifacts. `kind`: "neighbours", "popularity", "text-vectors". `payload` is the driver-independent binary form. */
  models: {
    kind: string;
    version: number;
    createdAtMs: number;
    active: number;
    quality: string;
    payload: Uint8Array;
  };
  /** Stored answers of writes with an Idempotency-Key. */
  idempotencyKeys: {
    scope: string;
    key: string;
    requestHash: string;
    status: number;
    body: string;
    createdAtMs: number;
  };
  /** What names a product, derived from the published ones; see `src/catalog/product-keys.ts`. */
  productKeys: {
    key: string;
    productId: string;
    /** The variant that is named; null when it is the product. */
    variantId: string | null;
  };
  /** What a merchant changed about the weights: all changes in every version, the newest in force. `changes` is JSON. */
  weightSets: {
    version: Generated<number>;
    updatedAtMs: number;
    /** "api", "command", "rollback:" with a version, or "file:" with the SHA-256 of the file it was read from. */
    origin: string;
    author: string | null;
    changes: string;
  };
  /** What a merchant says means the same: the whole set in every version, the newest in force. `rules` is the JSON of domain `SynonymRule`s. */
  synonymSets: {
    version: Generated<number>;
    updatedAtMs: number;
    /** "api", "import", or "file:" with the SHA-256 of the file it was read from. */
    origin: string;
    author: string | null;
    rules: string;
  };
  /** Which strategy ranked a list that another one could have ranked, and what came of it. */
  choices: {
    /** As `impressions.messageId`. */
    listId: string;
    surface: string;
    intent: string;
    strategy: string;
    /** 1 when the learning policy chose; 0 when nothing was ventured. */
    explored: number;
    /** Probability in (0, 1] of this strategy for this list. */
    propensity: number;
    /** JSON array: names of the strategies it was chosen from. */
    among: string;
    /** JSON array of numbers, see `src/chat/explore-context.ts`. */
    context: string;
    policyVersion: string;
    /** JSON array of product ids. */
    products: string;
    /** Null for a list outside of a conversation, and for a shopper who was forgotten. */
    conversationId: string | null;
    /** Of who brought the reward, with consent. */
    shopperId: string | null;
    /** JSON: product id to the worth of the best that was done with it, in [0, 1]. */
    deeds: string;
    /** In [0, 1]. */
    reward: number;
    /** The reward as far as the saved policy has learned it; null before it learned anything of the list. */
    learned: number | null;
    shownAtMs: number;
  };
  /** `name`: "learned" (JSON of what the policy knows) or "switches" (JSON of what is switched off). */
  explorationStates: { name: string; document: string; updatedAtMs: number };
  /** What was spent of the budgets for language models; rows of conversations and addresses go with their day. */
  modelBudgets: {
    /** `BudgetKind` of src/usage. */
    budget: string;
    /** A conversation's id or an address prefix; empty for the shop. */
    subject: string;
    /** "2026-11-23", "2026-11"; UTC. */
    period: string;
    /** With what calls under way may cost. */
    tokens: number;
    micros: number;
  };
  /** Calls to language models that are under way. */
  modelReservations: {
    reservationId: string;
    day: string;
    purpose: string;
    model: string;
    inputTokens: number;
    outputTokens: number;
  };
  /** Calls to language models by day, purpose and model. */
  modelUsage: {
    day: string;
    purpose: string;
    model: string;
    calls: number;
    failures: number;
    refused: number;
    inputTokens: number;
    outputTokens: number;
    costMicros: number;
    wattHoursLow: number;
    wattHoursMid: number;
    wattHoursHigh: number;
  };
  /** Every change of a merchant's rule; the newest of each is in force. `document` is the JSON of domain `MerchandisingRule`, null when removed. */
  ruleChanges: {
    version: Generated<number>;
    ruleId: string;
    changedAtMs: number;
    /** When the rule was first written since it was last removed. */
    createdAtMs: number;
    document: string | null;
    /** Whoever says made it; null of old ones. */
    author: string | null;
  };
  /** How turns came about, for some time. `document` is the JSON of domain `TurnTrace`, deflated (RFC 1951). */
  traces: { messageId: string; conversationId: string; document: Uint8Array; createdAtMs: number };
  /** Which cart at Shopify is whose; `cartId` is a secret of the shopper. */
  shopifyCarts: { shopperId: string; cartId: string; updatedAtMs: number };
  /** Baskets of the embedded commerce backend; the pieces of a line are held for its shopper for a while. */
  basketLines: {
    shopperId: string;
    /** 0-based, in the order in which they were put in. */
    position: number;
    lineId: string;
    productId: string;
    variantId: string;
    quantity: number;
    heldUntilMs: number;
    updatedAtMs: number;
  };
  /** `document` is the JSON of domain `CustomerAccount`; `sourceHash` of the row it was imported from, empty when from none. */
  customerAccounts: { customerId: string; document: string; sourceHash: string; updatedAtMs: number };
  /** `document` is the JSON of domain `Order` with its market. `customerId` is null once the customer was forgotten. */
  orders: {
    orderNumber: string;
    customerId: string | null;
    placedAtMs: number | null;
    document: string;
    sourceHash: string;
    updatedAtMs: number;
  };
  /** Pieces that orders take beyond what they were imported with, until a catalogue with younger figures is published. */
  promisedPieces: {
    orderNumber: string;
    productId: string;
    variantId: string;
    quantity: number;
    promisedAtMs: number;
  };
  /** What the shop answers questions from. `passages` is the JSON of the pieces it was cut into; null: in every market, of no product, without a page. */
  documents: {
    /** Its path in the import it came from. */
    documentId: string;
    title: string;
    language: string;
    market: string | null;
    productId: string | null;
    url: string | null;
    updatedAtMs: number;
    passages: string;
    /** "demo", "import" or "desk". */
    origin: string;
    importedAtMs: number;
  };
  /** Every basket and order write that took effect, by its idempotency key. `preview` is the JSON of domain `WritePreview`. */
  commerceWrites: {
    key: string;
    shopperId: string;
    /** SHA-256 of the write and of who made it. */
    writeHash: string;
    preview: string;
    createdAtMs: number;
  };
}
