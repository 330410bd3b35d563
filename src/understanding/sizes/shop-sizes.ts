import { readShopSize } from '../../text/sizes/read-size.ts';
import { plainSystem } from '../../text/sizes/size-tables.ts';
import { type SizeName, showSize, type WrittenSize } from '../../text/sizes/written-size.ts';

/** Values of the shop that a size means. */
export interface ListedSize {
  /** One of the shop's values, or the part that several of them have in common ("32" of "W32 L30" and "W32 L34"). */
  readonly value: string;
  /** All values meant. */
  readonly values: readonly string[];
  /** Whether the value is the whole of what was said, not only called so among others. */
  readonly isWhole: boolean;
}

/** The sizes that a shop lists, found by any part of them. */
export interface ShopSizes {
  /**
   * What a size means as it stands, one entry for each reading: none when the shop does not list it; several when its parts are
   * sizes of their own here ("38/40") or its number is listed in several systems and in none.
   */
  find(size: WrittenSize): readonly ListedSize[];
  /** Of the listed plain numbers, those near another: for sizes of other systems. @param distance >= 0. */
  near(name: SizeName, distance: number): readonly ListedSize[];
  /** Listed numbers between two, both included, lowest first; at most {@link MOST_IN_RANGE}. */
  between(low: number, high: number): readonly ListedSize[];
  /** Whether any value is a plain number of these. */
  hasAny(figures: Iterable<string>): boolean;
}

interface Entry {
  readonly value: string;
  readonly size: WrittenSize;
  readonly system: string | undefined;
}

export const MOST_IN_RANGE = 12;

/**
 * @param values As the catalogue writes them, most products first.
 *
 * Cost: one reading of each value.
 */
export function indexSizes(values: Iterable<string>): ShopSizes {
  const read = [...values].flatMap((value) => {
    const size = readShopSize(value);
    return size === undefined ? [] : [{ value, size }];
  });
  const measuresLegs = read.some(({ size }) => isWaistOverLeg(size));
  const wholes = new Map<string, string[]>();
  const named = new Map<string, Entry[]>();
  for (const { value, size } of read) {
    push(wholes, size.whole, value);
    for (const name of measuresLegs ? asWaistAndLeg(size) : size.names) {
      const system = systemOf(name);
      push(named, name.figure, { value, size, system });
      const [, number] = LETTERED.exec(name.figure) ?? [];
      if (number !== undefined) push(named, number, { value, size, system });
    }
  }

  function namedSo(name: SizeName): readonly Entry[] {
    const entries = named.get(name.figure) ?? named.get(WAIST.exec(name.figure)?.[1] ?? '') ?? [];
    const system = systemOf(name);
    if (system !== undefined)
      return entries.filter(
        (entry) => entry.system === system || (system === EUROPEAN && entry.system === undefined),
      );
    const plain = entries.filter((entry) => entry.system === undefined);
    return plain.length > 0 ? [...plain, ...entries.filter((entry) => entry.system === EUROPEAN)] : entries;
  }

  function findName(name: SizeName): readonly ListedSize[] {
    const entries = namedSo(name);
    const isPlain = entries.some(({ system }) => system === undefined);
    const bySystem = isPlain ? [entries] : [...Map.groupBy(entries, ({ system }) => system).values()];
    return bySystem.flatMap((all) => listed(name, all));
  }

  function listed(name: SizeName, entries: readonly Entry[]): ListedSize[] {
    const all = [...new Set(entries.map(({ value }) => value))];
    const own = entries.find(({ size }) => isCalled(size, name));
    const [first] = all;
    if (first === undefined) return [];
    return [
      { value: own?.value ?? (all.length === 1 ? first : showSize(name)), values: all, isWhole: false },
    ];
  }

  return {
    find(size) {
      const whole = wholes.get(size.whole) ?? [];
      const first = whole.find((value) => value === size.whole) ?? whole[0];
      const [name, another] = size.names;
      if (first !== undefined) {
        const parts = name !== undefined && another === undefined ? namedSo(name) : [];
        const values = [...new Set([...whole, ...parts.map(({ value }) => value)])];
        return [{ value: first, values, isWhole: true }];
      }
      if (name === undefined) return [];
      const isWaist = another !== undefined && WAIST.test(name.figure);
      return (isWaist ? [name] : size.names).flatMap(findName);
    },
    near(name, distance) {
      const number = Number(name.figure);
      const exact = findName(name);
      if (exact.length > 0 || !Number.isFinite(number) || distance === 0) return exact;
      const system = systemOf(name);
      return [...named]
        .filter(([figure]) => Math.abs(Number(figure) - number) <= distance)
        .flatMap(([figure, entries]) =>
          listed(
            { ...name, figure },
            entries.filter((entry) => entry.system === system || entry.system === undefined),
          ),
        );
    },
    between(low, high) {
      const within = [...named.keys()]
        .filter((figure) => Number(figure) >= low && Number(figure) <= high)
        .sort((left, right) => Number(left) - Number(right));
      return within.slice(0, MOST_IN_RANGE).flatMap((figure) => findName({ figure }));
    },
    hasAny: (figures) => [...figures].some((figure) => named.has(figure)),
  };
}

const EUROPEAN = 'eu';
const WAIST = /^w(\d+)$/;
/** Waists, bands of bras and chests are also called by the number alone. */
const LETTERED = /^w?(\d{2,3})[a-z]{0,3}(?<!^\d+)$/;

const systemOf = ({ system }: SizeName): string | undefined =>
  system === undefined ? undefined : plainSystem(system);

/** Whether a size is called so and not otherwise; the system goes without saying. */
const isCalled = ({ names: [first, another] }: WrittenSize, { figure }: SizeName): boolean =>
  another === undefined && first?.figure === figure;

const LENGTHS = /^(\d{2})\/(\d{2})$/;

/** "34/32": the second of two sizes would be the larger one, so that these are waist and leg. */
function isWaistOverLeg({ whole }: WrittenSize): boolean {
  const [, waist, leg] = LENGTHS.exec(whole) ?? [];
  return waist !== undefined && Number(leg) <= Number(waist);
}

function asWaistAndLeg(size: WrittenSize): readonly SizeName[] {
  const [, waist, leg] = LENGTHS.exec(size.whole) ?? [];
  return waist === undefined ? size.names : [{ figure: `w${waist}` }, { figure: `l${leg}` }];
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const all = map.get(key) ?? [];
  map.set(key, all);
  all.push(value);
}
