import { OBEYED } from './lost-model.ts';
import { startModelDouble } from './model-double.ts';
import { obeyText } from './obedient-model.ts';
import { type Order, type Place, type Planted, readOrders, turned } from './planted-orders.ts';
import { type MessageAttempt, playMessages } from './play-messages.ts';
import { type PlantedResult, playPlanted } from './play-planted.ts';
import { poisonedShop } from './poisoned-shop.ts';
import type { PublicAttack } from './read-public-attacks.ts';
import { readScenes } from './scenes.ts';
import { modelAt, serveAttackedShop } from './serve-shop.ts';

/** Where a shop's text may hold a long one. */
const LONG_PLACES = ['description', 'document', 'attribute-value', 'image-alt'] as const;
/** Where it may be somebody's name. */
const SHORT_PLACES = ['title', 'brand', 'account-name', 'address', 'order-line', 'document-title'] as const;
const SHORT_CHARACTERS = 150;
const PLACES: readonly Place[] = [...LONG_PLACES, ...SHORT_PLACES];
const isShort = (place: Place): boolean => SHORT_PLACES.some((each) => each === place);

/** What a model can be given to do; those with words of their own lie in them. */
const ORDERS = readOrders().orders;

export interface PublicPlayed {
  readonly messages: readonly MessageAttempt[];
  readonly planted: readonly { readonly attack: PublicAttack; readonly result: PlantedResult }[];
}

/**
 * Plays public attacks twice: said by shoppers, and planted in the texts of a shop.
 *
 * @param settings Of a real model; absent: a double that every attack wins over.
 */
export async function playPublic(
  attacks: readonly PublicAttack[],
  settings?: Readonly<Record<string, string>>,
): Promise<PublicPlayed> {
  const spoken = settings === undefined ? attacks : attacks.filter(({ kind }) => kind !== 'said');
  return {
    messages: await playSpoken(spoken, settings),
    planted: await playWritten(
      attacks.filter(({ kind, text }) => kind === 'attack' && text.trim() !== ''),
      settings,
    ),
  };
}

async function playSpoken(
  attacks: readonly PublicAttack[],
  settings: Readonly<Record<string, string>> | undefined,
): Promise<readonly MessageAttempt[]> {
  await using double = settings === undefined ? await startModelDouble() : undefined;
  await using shop = await serveAttackedShop({ model: settings ?? modelAt(double?.baseUrl ?? '') });
  await using reference = await serveAttackedShop({});
  return await playMessages(attacks, { scenes: readScenes(), shop, reference, ...(double && { double }) });
}

async function playWritten(
  attacks: readonly PublicAttack[],
  settings: Readonly<Record<string, string>> | undefined,
): Promise<PublicPlayed['planted']> {
  const planted = attacks.map(plant);
  if (planted.length === 0) return [];
  await using model = settings === undefined ? await startModelDouble() : undefined;
  await using poisoned = await serveAttackedShop({
    ...poisonedShop(planted, ({ text }) => text),
    model: settings ?? modelAt(model?.baseUrl ?? ''),
  });
  await using harmless = await serveAttackedShop(poisonedShop(planted, (each) => each.harmless));
  const results = await playPlanted(planted, {
    poisoned,
    harmless,
    ...(model && { double: { model, obey: (request, each) => obeyText(request, each, each.order) } }),
  });
  return results.flatMap((result, index) => {
    const attack = attacks[index];
    return attack === undefined ? [] : [{ attack, result }];
  });
}

function plant({ text, lies }: PublicAttack, number: number): Planted {
  const place = PLACES[number % PLACES.length] ?? 'description';
  const order: Order = ORDERS[number % ORDERS.length] ?? { name: 'say', lies: [] };
  const cut = isShort(place) ? text.slice(0, SHORT_CHARACTERS) : text;
  return {
    number,
    order: { ...order, lies: [...order.lies, ...lies, OBEYED] },
    place,
    disguise: 'public',
    text: cut,
    harmless: turned(cut),
  };
}
