import {
  type TracedList,
  type TracedProduct,
  type TracedReading,
  type TracedSource,
  type TracedStep,
  TURN_STAGES,
  type TurnStage,
  type TurnTrace,
} from '../domain/trace.ts';

/** One difference; absent on the side where there is nothing. */
export interface TraceChange {
  readonly what: string;
  readonly before?: string;
  readonly after?: string;
}

export interface StageChange {
  readonly stage: TurnStage;
  /** At least one. */
  readonly changes: readonly TraceChange[];
}

/** Parts of scores that differ by less are the same: they are kept with four digits. */
const TOLERANCE = 0.002;
const MOST_PARTS_TOLD = 4;

/** What differs between two traces of one message, by stage in the order of the turn; empty when nothing does. */
export function diffTraces(before: TurnTrace, after: TurnTrace): readonly StageChange[] {
  const lists = pairLists(before.lists, after.lists);
  const byStage: Readonly<Record<TurnStage, readonly TraceChange[]>> = {
    understand: readingChanges(before.readings, after.readings),
    decide: [
      ...needChanges(before, after),
      ...diffLines('act', stepLines(before.acts), stepLines(after.acts)),
    ],
    retrieve: lists.flatMap(([then, now]) => sourceChanges(then?.sources ?? [], now?.sources ?? [])),
    rank: lists.flatMap(([then, now]) => rankChanges(then, now)),
    reply: [
      ...diffLines('sentence', sentencesOf(before.draft), sentencesOf(after.draft)),
      ...diffLines('fact', stepLines(before.steps), stepLines(after.steps)),
    ],
  };
  return TURN_STAGES.flatMap((stage) =>
    byStage[stage].length === 0 ? [] : [{ stage, changes: byStage[stage] }],
  );
}

function readingChanges(before: TurnTrace['readings'], after: TurnTrace['readings']): readonly TraceChange[] {
  const names = (['embedded', 'model', 'followed'] as const).filter(
    // What was followed is told by itself only where there were two to choose from.
    (name) => name !== 'followed' || (before.model ?? after.model) !== undefined,
  );
  return names.flatMap((name) => {
    const [then, now] = [before[name], after[name]];
    return [
      ...diffLines(`${name}: language`, [then?.language ?? ''], [now?.language ?? '']),
      ...diffLines(`${name}: command`, commandLines(then), commandLines(now)),
    ];
  });
}

const commandLines = (reading: TracedReading | undefined): string[] =>
  (reading?.commands ?? []).map((command) => plainJson(command));

function needChanges({ need: before }: TurnTrace, { need: after }: TurnTrace): readonly TraceChange[] {
  const { constraints: then, ...restBefore } = before.after;
  const { constraints: now, ...restAfter } = after.after;
  return [
    ...diffLines('need', [plainJson(restBefore)], [plainJson(restAfter)]),
    ...diffLines(
      'wish',
      then.map((constraint) => plainJson(constraint)),
      now.map((constraint) => plainJson(constraint)),
    ),
  ];
}

/** How sure a reading is moves with every training: it changes no list by itself. */
const plainJson = (value: object): string =>
  JSON.stringify(value, (key, held: unknown) => (key === 'confidence' ? undefined : held));

const stepLines = (steps: readonly TracedStep[]): string[] =>
  steps.flatMap(({ kind, ids, facts }) => [
    `${kind} ${ids.join(' ')}`.trim(),
    ...Object.entries(facts).map(([name, value]) => `${kind}: ${name} = ${value}`),
  ]);

const pairLists = (
  before: readonly TracedList[],
  after: readonly TracedList[],
): readonly (readonly [TracedList | undefined, TracedList | undefined])[] =>
  Array.from({ length: Math.max(before.length, after.length) }, (_, place) => [before[place], after[place]]);

function sourceChanges(before: readonly TracedSource[], after: readonly TracedSource[]): TraceChange[] {
  const names = new Set([...before, ...after].map(({ source }) => source));
  return [...names].flatMap((name) => {
    const idsIn = (sources: readonly TracedSource[]) =>
      sources.find(({ source }) => source === name)?.candidates.map(([productId]) => productId) ?? [];
    const [then, now] = [idsIn(before), idsIn(after)];
    return [...diffLines(`candidate of ${name}`, then, now), ...moves(`rank in ${name}`, then, now)];
  });
}

/** Of several that moved, the highest: the others stand where they stand because of it. */
function moves(what: string, before: readonly string[], after: readonly string[]): TraceChange[] {
  const common = new Set(before).intersection(new Set(after));
  const [then, now] = [before, after].map((ids) => ids.filter((id) => common.has(id)));
  const place = now?.findIndex((id, index) => id !== then?.[index]) ?? -1;
  const moved = now?.[place];
  if (moved === undefined) return [];
  return [
    {
      what: `${what} of ${moved}`,
      before: String(before.indexOf(moved) + 1),
      after: String(after.indexOf(moved) + 1),
    },
  ];
}

function rankChanges(before: TracedList | undefined, after: TracedList | undefined): TraceChange[] {
  const [then, now] = [before?.shown ?? [], after?.shown ?? []];
  const ids = (products: readonly TracedProduct[]) => products.map(({ productId }) => productId);
  const known = new Map([...(before?.next ?? []), ...then].map((product) => [product.productId, product]));
  return [
    ...diffLines('shown', ids(then), ids(now)),
    ...moves('place', ids(then), ids(now)),
    ...diffLines('strategy', [before?.strategy ?? 'usual'], [after?.strategy ?? 'usual']),
    ...diffLines('rules', [before?.rules ?? ''], [after?.rules ?? '']),
    ...now.flatMap((product) => {
      const earlier = known.get(product.productId);
      return earlier === undefined ? [] : partChanges(earlier, product);
    }),
  ];
}

/** What moved the score of one product, the most first. */
function partChanges(before: TracedProduct, after: TracedProduct): TraceChange[] {
  const partsOf = ({ parts }: TracedProduct) =>
    new Map(parts.map(([signal, weight, value]) => [signal, { weight, value }]));
  const [then, now] = [partsOf(before), partsOf(after)];
  const none = { weight: 0, value: 0 };
  return [...new Set([...then.keys(), ...now.keys()])]
    .map((signal) => {
      const [left, right] = [then.get(signal) ?? none, now.get(signal) ?? none];
      const moved = Math.abs(right.weight * right.value - left.weight * left.value);
      return { signal, left, right, moved };
    })
    .filter(({ moved }) => moved > TOLERANCE)
    .sort((left, right) => right.moved - left.moved || (left.signal < right.signal ? -1 : 1))
    .slice(0, MOST_PARTS_TOLD)
    .map(({ signal, left, right }) => ({
      what: `${signal} of ${after.productId}`,
      before: `${left.weight} · ${left.value}`,
      after: `${right.weight} · ${right.value}`,
    }));
}

const sentencesOf = (text: string): string[] =>
  [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)].map(({ segment }) =>
    segment.trim(),
  );

/** Lines of one side only, paired in their order. */
function diffLines(what: string, before: readonly string[], after: readonly string[]): TraceChange[] {
  const gone = before.filter((line) => !after.includes(line));
  const come = after.filter((line) => !before.includes(line));
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, place) => {
    const [then, now] = [gone[place], come[place]];
    return {
      what,
      ...(then === undefined ? {} : { before: then }),
      ...(now === undefined ? {} : { after: now }),
    };
  });
}
