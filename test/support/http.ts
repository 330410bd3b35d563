import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { openDesk } from '../../src/assembly/open-desk.ts';
import { createSynonymStore } from '../../src/catalog/synonym-store.ts';
import { createCustomerDesk } from '../../src/chat/customer-desk.ts';
import { openExplorationDesk } from '../../src/chat/explore-desk.ts';
import { createSynonymDesk } from '../../src/chat/synonym-desk.ts';
import { createTrainingDesk } from '../../src/chat/training-desk.ts';
import { createWeightDesk } from '../../src/chat/weight-desk.ts';
import { loadConfig } from '../../src/config/config.ts';
import { createAuditLog } from '../../src/desk/identity/audit-log.ts';
import { openSettingsBook } from '../../src/desk/settings-book.ts';
import { NO_INVITATIONS } from '../../src/domain/widget-settings.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { createRankerStore } from '../../src/ranking/learned/ranker-store.ts';
import { learnFromLog } from '../../src/ranking/learned/train-ranker.ts';
import { createWeightStore } from '../../src/ranking/weight-store.ts';
import { listVersions, rollBackModels } from '../../src/recommendation/model-store.ts';
import { createSynonyms } from '../../src/retrieval/synonyms.ts';
import { createServer, type ServerOptions } from '../../src/server/create-server.ts';
import { learnNothing } from './learn-nothing.ts';
import { NO_BASKET_DESK } from './no-basket-desk.ts';
import { NO_CASE_DESK } from './no-case-desk.ts';
import { NO_DOCUMENT_DESK } from './no-document-desk.ts';
import { NO_DRAFT_DESK, NO_SUGGESTION_DESK } from './no-draft-desk.ts';
import { NO_LESSON_DESK } from './no-lesson-desk.ts';
import { NO_MEMORY } from './no-memory.ts';
import { NO_MERCHANT } from './no-merchant.ts';
import { NO_RULE_DESK } from './no-rule-desk.ts';
import { NO_USAGE_BOOK } from './no-usage-book.ts';
import { createScriptedChat, createScriptedDepartments } from './scripted-chat.ts';
import { createScriptedPersons } from './scripted-persons.ts';
import { temporaryDirectory } from './temporary-directory.ts';

export type TestServerOptions = Partial<Omit<ServerOptions, 'settings' | 'database' | 'desk'>> & {
  readonly desk?: Partial<ServerOptions['desk']>;
  readonly settings?: Readonly<Record<string, string>>;
};

/** A server on a free port over a scripted chat, closed when the test ends. Limits are high unless the test sets them. */
export async function startTestServer(options: TestServerOptions = {}) {
  const logLines: Record<string, unknown>[] = [];
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  const settings = await openSettingsBook({ database, audit: createAuditLog(database), clock: Date.now });
  const server = createServer({
    chat: createScriptedChat(),
    departments: createScriptedDepartments(),
    basket: NO_BASKET_DESK,
    memory: NO_MEMORY,
    widget: () => ({
      capabilities: { models: false, images: false, markets: ['US'], languages: ['en'] },
      invitations: NO_INVITATIONS,
    }),
    persons: createScriptedPersons(),
    synonyms: createSynonymDesk({
      store: createSynonymStore(database),
      synonyms: createSynonyms(),
      clock: Date.now,
    }),
    rules: NO_RULE_DESK,
    readTrace: async () => {
      throw new AssistantError('NOT_FOUND', 'There is no such message');
    },
    fairness: async () => ({ fromMs: 0, untilMs: 0, complete: true, groups: [], sellers: [] }),
    customers: createCustomerDesk({ database }),
    usage: NO_USAGE_BOOK,
    training: createTrainingDesk({
      train: learnNothing,
      versions: () => listVersions(database),
      rollBack: () => rollBackModels(database),
      refresh: async () => undefined,
      clock: Date.now,
    }),
    exploration: await openExplorationDesk({
      database,
      policy: 'thompson',
      exploredShare: 0.05,
      clock: Date.now,
      note: () => {},
    }),
    weights: {
      desk: createWeightDesk({
        store: createWeightStore(database),
        rankers: createRankerStore(database),
        learn: (task) => learnFromLog(database, task),
        origin: 'api',
        clock: Date.now,
      }),
      preview: async () => ({ before: [], after: [] }),
    },
    logger: pino({ level: 'info' }, { write: (line: string) => void logLines.push(JSON.parse(line)) }),
    clock: Date.now,
    widgetDirectory: temporaryDirectory(),
    version: '0.0.0-test',
    ...options,
    desk: {
      ...openDesk({
        database,
        clock: Date.now,
        newId: randomUUID,
        settings,
        documents: NO_DOCUMENT_DESK,
        drafts: NO_DRAFT_DESK,
        suggestions: NO_SUGGESTION_DESK,
        lessons: NO_LESSON_DESK,
        merchant: NO_MERCHANT,
        cases: NO_CASE_DESK,
      }),
      ...options.desk,
    },
    database,
    settings: loadConfig({
      FLOORWALKER_PORT: '0',
      FLOORWALKER_LIMIT_REQUESTS_PER_MINUTE: '1000000',
      FLOORWALKER_LIMIT_MESSAGES_PER_MINUTE: '1000000',
      FLOORWALKER_LIMIT_CONVERSATIONS_PER_HOUR: '1000000',
      ...options.settings,
    }),
  });
  const { url, port } = await server.listen();
  onTestFinished(async () => {
    await server.close(0);
    await database.close();
  });
  return { url, port, server, database, logLines };
}

export interface OpenConversation {
  readonly conversationId: string;
  readonly token: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

export async function startConversation(url: string, start: object = {}): Promise<OpenConversation> {
  const response = await postJson(`${url}/v1/conversations`, start);
  const { conversationId, token } = await response.json();
  return {
    conversationId,
    token,
    path: `${url}/v1/conversations/${conversationId}`,
    headers: { Authorization: `Bearer ${token}` },
  };
}

export const postJson = (
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** Longer than a busy machine keeps anybody waiting. */
const PATIENCE_MS = 15_000;

/** Sends bytes as they are and reads until the server closes, or has been silent for a moment after it began to answer. */
export function sendRaw(port: number, bytes: string, quietMs = 1_000): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.on('data', (chunk) => {
      socket.setTimeout(quietMs);
      answer += chunk.toString('utf8');
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

export interface SentEvent {
  readonly id: string;
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into every kind of event
  readonly data: any;
}

/** The events of a finished stream, comments left out. */
export function readEvents(text: string): SentEvent[] {
  return text.split('\n\n').flatMap((block) => {
    const fields = new Map(
      block
        .split('\n')
        .filter((line) => !line.startsWith(':') && line.includes(': '))
        .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)] as const),
    );
    const name = fields.get('event');
    return name === undefined
      ? []
      : [{ id: fields.get('id') ?? '', name, data: JSON.parse(fields.get('data') ?? 'null') }];
  });
}
