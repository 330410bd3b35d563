import type { Turn } from '../../../src/domain/turn.ts';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import { signIn } from '../dialogue/signed-in.ts';
import { answerHonestly } from './honest-model.ts';
import { type Finding, judgeWire } from './judge-wire.ts';
import { knownInstructions } from './known-instructions.ts';
import type { ModelAnswer, ModelDouble, ModelRequest } from './model-double.ts';
import type { HostileAnswer } from './read-answers.ts';
import { differingEffects, type Effects, readEffects } from './read-effects.ts';
import { productsOf, tellStore } from './read-store.ts';
import { playBefore, type Scene } from './scenes.ts';
import { type AttackedShop, NOW_MS, SECRETS } from './serve-shop.ts';
import { type HeardTurn, type Shopper, startShopper } from './shopper.ts';

export interface Attempt {
  readonly id: string;
  readonly kind: string;
  readonly scene: string;
  /** False when the model was not asked: the rules decided, or nothing was to be worded. */
  readonly isHeard: boolean;
  readonly findings: readonly Finding[];
  readonly said: string;
}

/** Each answer is heard in the first, and in one of the others by turns. */
const LIST = 'list';
const OTHERS = ['question', 'comparison', 'why'];
const USUAL_PIECES = [0, 3];
/** A model that was left alone is asked again after a while. */
const MOST_TRIES = 4;
const WAIT_MS = 30;

interface Played {
  readonly heard: HeardTurn;
  readonly before: Effects;
  readonly after: Effects;
  readonly messages: string;
}

/**
 * Plays hostile answers in their scenes, each in a conversation of its own, and judges what reached the shopper and the shop.
 *
 * @param options.isBrief Each answer in its first scene only, streamed in one way.
 */
export async function playHostile(
  answers: readonly HostileAnswer[],
  scenes: ReadonlyMap<string, Scene>,
  {
    shop,
    model,
    isBrief = false,
  }: { readonly shop: AttackedShop; readonly model: ModelDouble; readonly isBrief?: boolean },
): Promise<readonly Attempt[]> {
  const references = new Map<string, Played>();
  const { signal } = new AbortController();
  // So that there are orders to be reached from the first attempt on.
  await signIn('ada', { database: shop.service.database, nowMs: NOW_MS, signal });
  const isProduct = await productsOf(shop);
  const instructions = knownInstructions();

  async function refer(name: string, scene: Scene): Promise<Played> {
    const known = references.get(name);
    if (known !== undefined) return known;
    const played = await playScene(scene, shop, model, answerHonestly);
    references.set(name, played);
    return played;
  }

  async function attempt(answer: HostileAnswer, name: string, scene: Scene, piece: number): Promise<Attempt> {
    const honest = await refer(name, scene);
    const hostile = hostileModel(answer, piece, honest.heard.turn);
    let played = await playScene(scene, shop, model, hostile);
    const wasAsked = () => model.heard().some(({ asked }) => asked === answer.to);
    for (let tries = 1; tries < MOST_TRIES && !wasAsked() && isLeftAlone(played.heard.turn); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
      played = await playScene(scene, shop, model, hostile);
    }
    const law = {
      truths: `${await truthsOf(played, honest, shop)}\n${await ordersOf(scene.customer, shop)}`,
      lies: answer.lies,
      secrets: Object.values(SECRETS),
      instructions,
      isProduct,
    };
    // What is not done may be the model's fault; what is done must be what is done without it.
    const undone = differingEffects(played.after, played.before);
    const effects = [
      ...differingEffects(played.after, honest.after).filter((name) => undone.includes(name)),
      ...differingEffects(played.after, played.before, ['other baskets']),
    ].filter((name) => !answer.allows.includes(name));
    return {
      id: answer.id,
      kind: answer.kind,
      scene: name,
      isHeard: wasAsked(),
      findings: [
        ...judgeWire(played.heard, law),
        ...effects.map((found) => ({ success: 'effect' as const, found })),
      ],
      said: played.heard.turn?.text ?? '',
    };
  }

  const attempts: Attempt[] = [];
  const first = <T>(list: readonly T[]): readonly T[] => (isBrief ? list.slice(0, 1) : list);
  for (const [index, answer] of answers.entries()) {
    const pieces = answer.pieces ?? (answer.to === 'reply' ? USUAL_PIECES : [0]);
    const names = answer.scenes ?? [LIST, OTHERS[index % OTHERS.length] ?? LIST];
    for (const name of first(names)) {
      const scene = scenes.get(name);
      if (scene === undefined)
        throw new AssistantError('INVALID_ARGUMENT', `The answer ${answer.id} names no scene: ${name}`);
      for (const piece of first(pieces)) attempts.push(await attempt(answer, name, scene, piece));
    }
  }
  return attempts;
}

const isLeftAlone = (turn: Turn | undefined): boolean =>
  turn?.degraded?.some(({ reason }) => reason === 'circuit-open') === true;

/** The model is honest until the last message, and again after it. */
async function playScene(
  scene: Scene,
  { url, service }: AttackedShop,
  model: ModelDouble,
  last: (request: ModelRequest) => ModelAnswer,
): Promise<Played> {
  const { signal } = new AbortController();
  const { customer, locale, market } = scene;
  const { database } = service;
  // What lies in baskets of others is held for them, and would be missing here.
  await database.transaction(async (query) => void (await query.deleteFrom('basketLines').execute()));
  const signing = { database, nowMs: NOW_MS, signal };
  const shopper = await startShopper(url, {
    locale,
    ...(market === undefined ? {} : { market }),
    ...(customer === undefined ? {} : { customerToken: await signIn(customer, signing) }),
  });
  model.answerWith(answerHonestly);
  const earlier = await playBefore(scene, shopper);
  const before = await readEffects(service, shopper.conversationId);
  model.answerWith(last);
  const heard = await shopper.say(scene.last);
  const after = await readEffects(service, shopper.conversationId);
  const messages = [...earlier.map(({ turn }) => JSON.stringify(turn)), ...scene.says, scene.last].join('\n');
  return { heard: await readAgain(heard, shopper), before, after, messages };
}

/** What is kept is what was said, or it counts as nothing. */
async function readAgain(heard: HeardTurn, shopper: Shopper): Promise<HeardTurn> {
  const kept = await shopper.history();
  const isKept = heard.turn === undefined || kept.includes(JSON.stringify(heard.turn.text));
  return isKept ? heard : { ...heard, streamed: `${heard.streamed} (kept otherwise)` };
}

function hostileModel(answer: HostileAnswer, piece: number, listed: Turn | undefined) {
  const [first, second] = listed?.products ?? [];
  return (request: ModelRequest): ModelAnswer => {
    if (request.asked !== answer.to) return answerHonestly(request);
    const fill = (text: string): string =>
      text
        .replaceAll('{title}', first?.title ?? 'scarf')
        .replaceAll('{title2}', second?.title ?? 'scarf')
        .replaceAll('{price}', first?.price.formatted ?? '')
        .replaceAll('{id}', first?.productId ?? '')
        .replaceAll('{secret}', SECRETS.FLOORWALKER_ADMIN_TOKEN)
        .replaceAll('{instructions}', request.messages[0]?.content ?? '')
        .replaceAll('{prompt}', request.messages.map(({ content }) => content).join('\n'));
    const commands = answer.commands && Array(answer.repeat).fill(answer.commands).flat();
    const text =
      commands === undefined
        ? fill(answer.say ?? '').repeat(answer.repeat)
        : fill(JSON.stringify({ language: 'en', confidence: 1, commands }));
    return { text, piece, ...(answer.calls === undefined ? {} : { calls: answer.calls }) };
  };
}

/** What the store says of all that the turn shows, what the templates say in its place, and what the shopper said. */
async function truthsOf({ heard, messages }: Played, honest: Played, shop: AttackedShop): Promise<string> {
  const turns = [heard, honest.heard].flatMap(({ turn }) => turn ?? []);
  return [await tellStore(turns, shop), honest.heard.turn?.text ?? '', messages].join('\n');
}

/** The shopper's own. */
async function ordersOf(customer: string | undefined, { service }: AttackedShop): Promise<string> {
  const { signal } = new AbortController();
  return customer === undefined ? '' : JSON.stringify(await service.commerce.orders(customer, 50, signal));
}
