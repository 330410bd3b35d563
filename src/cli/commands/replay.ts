import type { Command } from 'commander';
import * as z from 'zod';
import { openService } from '../../assembly/open-service.ts';
import type { TraceChange } from '../../chat/trace-diff.ts';
import type { ReplayDesk, TurnReplay } from '../../chat/trace-replay.ts';
import { TURN_STAGES, type TurnStage } from '../../domain/trace.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import { addDataOption, dataDirectory } from '../data-option.ts';
import { counted } from '../describe-rows.ts';
import { formatTable } from '../output.ts';
import type { CommandContext } from '../program.ts';

interface ReplayCommandOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly model?: boolean;
  readonly all?: string;
  readonly since?: string;
}

const DAY_MS = 86_400_000;
const MOST_REPLAYED = 10_000;
const MOST_CHANGES_TOLD = 12;
const LONGEST_SIDE = 160;

/** `replay MESSAGE`: what of a recorded turn would be otherwise today, and at which stage; with `--all` or `--since`, of how many. */
export function addReplayCommand(program: Command, context: CommandContext): void {
  addDataOption(
    program
      .command('replay [message]')
      .description(
        'Run recorded turns again on the shop of now, and tell which stage changed; writes nothing',
      )
      .option('--model', 'ask the language model anew instead of taking what it said then')
      .option('--all <number>', 'replay the newest so many turns and count')
      .option('--since <days>', 'replay the turns of so many days and count'),
  ).action(async (message: string | undefined, options: ReplayCommandOptions) => {
    const isMany = options.all !== undefined || options.since !== undefined;
    if (isMany === (message !== undefined))
      throw new AssistantError('INVALID_ARGUMENT', 'Name one message, or say --all NUMBER or --since DAYS');
    const output = context.output(options);
    const { replays, close } = await openService({
      settings: context.settings(),
      directory: dataDirectory(options, context),
      clock: context.clock,
      note: output.note,
      signal: context.signal,
    });
    const how = { askModel: options.model === true, signal: context.signal };
    try {
      if (message !== undefined) {
        const replay = await replays.replay(message, how);
        output.result(replay, describeReplay(replay));
        return;
      }
      const summary = await replayMany(replays, rangeOf(options, context.clock()), how);
      output.result(summary, describeSummary(summary));
    } finally {
      await close();
    }
  });
}

const whole = (most: number) => z.coerce.number().int().min(1).max(most);

function rangeOf({ all, since }: ReplayCommandOptions, nowMs: number) {
  const limit = whole(MOST_REPLAYED).safeParse(all ?? MOST_REPLAYED);
  const days = whole(MOST_REPLAYED).safeParse(since ?? MOST_REPLAYED);
  if (!limit.success || !days.success)
    throw new AssistantError(
      'INVALID_ARGUMENT',
      `--all and --since are whole numbers from 1 to ${MOST_REPLAYED}`,
    );
  return { limit: limit.data, ...(since === undefined ? {} : { sinceMs: nowMs - days.data * DAY_MS }) };
}

interface Summary {
  readonly turns: number;
  readonly changed: number;
  /** Not run again. */
  readonly bound: number;
  /** Turns by the first stage that changed. */
  readonly first: Readonly<Record<TurnStage, number>>;
  readonly messages: readonly { readonly messageId: string; readonly first: TurnStage }[];
}

async function replayMany(
  { newest, replay }: ReplayDesk,
  range: Parameters<ReplayDesk['newest']>[0],
  how: Parameters<ReplayDesk['replay']>[1],
): Promise<Summary> {
  const ids = await newest(range);
  const first = { understand: 0, decide: 0, retrieve: 0, rank: 0, reply: 0 };
  const messages: { messageId: string; first: TurnStage }[] = [];
  let bound = 0;
  for (const messageId of ids) {
    const { stages, bound: isBound } = await replay(messageId, how);
    if (isBound === true) bound += 1;
    const [change] = stages;
    if (change === undefined) continue;
    first[change.stage] += 1;
    messages.push({ messageId, first: change.stage });
  }
  return { turns: ids.length, changed: messages.length, bound, first, messages };
}

function describeReplay({ utterance, stages, bound, versions: { before, after } }: TurnReplay): string {
  const head = `"${short(utterance)}"`;
  if (bound === true) return `${head}\nNot run again: an order or a basket was under way`;
  const moved = [
    ...(before.ranking === after.ranking ? [] : [`versions: ${before.ranking} -> ${after.ranking}`]),
    ...(before.houseRules === after.houseRules
      ? []
      : [`house rules: version ${before.houseRules ?? 'unknown'} -> ${after.houseRules ?? 'unknown'}`]),
  ];
  if (stages.length === 0) return [head, ...moved, 'Nothing changed'].join('\n');
  return [
    head,
    ...moved,
    `Changed: ${stages.map(({ stage }) => stage).join(', ')}`,
    ...stages.flatMap(({ stage, changes }) => [
      stage.toUpperCase(),
      ...changes.slice(0, MOST_CHANGES_TOLD).flatMap(describeChange),
      ...(changes.length > MOST_CHANGES_TOLD
        ? [`  and ${counted(changes.length - MOST_CHANGES_TOLD, 'more change')}`]
        : []),
    ]),
  ].join('\n');
}

const describeChange = ({ what, before, after }: TraceChange): string[] => [
  `  ${what}`,
  ...(before === undefined ? [] : [`    - ${short(before)}`]),
  ...(after === undefined ? [] : [`    + ${short(after)}`]),
];

const short = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > LONGEST_SIDE ? `${line.slice(0, LONGEST_SIDE)}…` : line;
};

function describeSummary({ turns, changed, bound, first, messages }: Summary): string {
  const rows = TURN_STAGES.map((stage) => [stage, String(first[stage])]);
  return [
    `${counted(turns, 'turn')} replayed, ${changed} changed${bound === 0 ? '' : `, ${bound} not run again (an order or a basket was under way)`}`,
    ...(changed === 0 ? [] : [formatTable([['FIRST STAGE THAT CHANGED', 'TURNS'], ...rows])]),
    ...messages.slice(0, MOST_CHANGES_TOLD).map(({ messageId, first: stage }) => `  ${messageId}  ${stage}`),
  ].join('\n');
}
