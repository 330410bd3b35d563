import type { OrderWrite } from '../../../../src/domain/commerce.ts';
import {
  callsTools,
  type FakeMode,
  type FakeToolCall,
  good,
  goodJson,
  type RecordedRequest,
  startFakeOpenAi,
} from '../../../../test/support/fake-openai/server.ts';

/** What a model means a message to be, and what it does about it with tools. */
export interface Script {
  /** A command of understanding. */
  readonly command: { readonly type: string; readonly orderNumber?: string };
  /** Calls of tools one after the other; each is made with all that was answered before. */
  readonly calls: readonly ((answers: readonly unknown[]) => FakeToolCall)[];
}

export interface ScriptedModel extends AsyncDisposable {
  /** Of a service that asks it: every answer is heard, and none is kept. */
  readonly settings: Readonly<Record<string, string>>;
  follow(script: Script): void;
  /** What its tools answered in the run that went on last. */
  answers(): readonly unknown[];
}

const UNLIMITED = '1000000000';

/** An OpenAI-compatible endpoint that does with each message what a script says. */
export async function startScriptedModel(): Promise<ScriptedModel> {
  let script: Script = { command: { type: 'out-of-scope' }, calls: [] };
  let answers: readonly unknown[] = [];
  const modeOf = ({ body }: RecordedRequest): FakeMode => {
    if (Array.isArray(body.messages) && body.tools !== undefined) {
      answers = answersIn(body.messages);
      const next = script.calls[answers.length];
      return next === undefined ? good('done') : callsTools(next(answers));
    }
    if (body.stream === true || body.tools !== undefined) return good('done');
    return goodJson({ language: 'en', confidence: 0.95, commands: [script.command] });
  };
  const server = await startFakeOpenAi({ mode: modeOf });
  return {
    settings: {
      FLOORWALKER_CHAT_MODEL: 'openai:scripted',
      FLOORWALKER_CHAT_BASE_URL: server.baseUrl,
      FLOORWALKER_LIMIT_MODEL_CACHE: '0',
      FLOORWALKER_BUDGET_CONVERSATION_TOKENS: UNLIMITED,
      FLOORWALKER_BUDGET_ADDRESS_DAY_TOKENS: UNLIMITED,
      FLOORWALKER_BUDGET_DAY_TOKENS: UNLIMITED,
      FLOORWALKER_BUDGET_MONTH_TOKENS: UNLIMITED,
    },
    follow(next) {
      script = next;
      answers = [];
    },
    answers: () => answers,
    [Symbol.asyncDispose]: () => server.close(),
  };
}

/** What tools answered, out of the fence that makes it data. */
function answersIn(messages: readonly unknown[]): readonly unknown[] {
  return messages.flatMap((message) => {
    const { role, content } = message as { readonly role?: unknown; readonly content?: unknown };
    if (role !== 'tool' || typeof content !== 'string') return [];
    return [JSON.parse(content.replace(/^<data>\n/u, '').replace(/\n<\/data>$/u, ''))];
  });
}

const COMMANDS: Readonly<Record<OrderWrite['type'], string>> = {
  'cancel-order': 'cancel-order',
  'return-lines': 'return',
  'exchange-lines': 'exchange',
  'replace-lines': 'exchange',
  'change-order-address': 'change-address',
  'change-payment': 'change-address',
  'change-account-address': 'change-address',
};

/** What a message means that asks for a write. */
export const commandFor = (write: OrderWrite): Script['command'] => ({
  type: COMMANDS[write.type],
  ...('orderNumber' in write ? { orderNumber: write.orderNumber } : {}),
});
