import type { Command } from 'commander';
import * as z from 'zod';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { notingOnCommandLine } from '../../assembly/open-identity.ts';
import { readTextFile } from '../../assembly/read-text-file.ts';
import { createCatalogueStore } from '../../catalog/catalogue-store.ts';
import { createRuleStore } from '../../catalog/rule-store.ts';
import { checkRules } from '../../chat/check-rules.ts';
import { assertEnd, withRule } from '../../chat/rule-desk.ts';
import { ruleSchema } from '../../chat/rule-schema.ts';
import type { MerchandisingRule, RuleNotice, RuleSet } from '../../domain/merchandising.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import { addDataOption, dataDirectory } from '../data-option.ts';
import { formatTable } from '../output.ts';
import { addAnywayOption, type GateOptions, noted, passGate } from '../pass-gate.ts';
import type { CommandContext } from '../program.ts';

type Database = Awaited<ReturnType<typeof openSqliteDatabase>>;

/** `rules list | set FILE | remove ID`: what is pinned, boosted, buried, excluded. A running server is asked over HTTP instead. */
export function addRulesCommand(program: Command, context: CommandContext): void {
  const group = program
    .command('rules')
    .description('What is to be seen more, less, somewhere or not at all');
  const command = (name: string, description: string) =>
    addDataOption(group.command(name).description(description));

  async function withDatabase<T>(options: GateOptions, work: (database: Database) => Promise<T>): Promise<T> {
    const database = await openSqliteDatabase({ directory: dataDirectory(options, context) });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  }

  command('list', 'All rules, and where they get into each other’s way').action(
    async (options: GateOptions) => {
      const report = await withDatabase(options, async (database) => {
        const set = await createRuleStore(database).current();
        return { ...set, notices: await check(database, set.rules, context) };
      });
      context.output(options).result(report, describeRules(report.rules, report.notices));
    },
  );

  addAnywayOption(
    command('set <file>', 'Write the rules of a JSON file, a list of them; others stay as they are'),
  ).action(async (file: string, options: GateOptions) => {
    const rules = readRules(readTextFile(file, 'rules'));
    const { LIMIT_RULES: limitRules, LIMIT_RULE_DAYS: limitDays } = context.settings();
    const atMs = context.clock();
    for (const rule of rules) assertEnd(rule, { atMs, limitDays });
    const admitted = await passGate(options, context, async (service) => {
      const standing: RuleSet = await service.rules.read(context.signal);
      const set = rules.reduce((all, rule) => withRule(all, { id: rule.id, rule, nowMs: atMs }), standing);
      return { kind: 'rules', set };
    });
    const report = await withDatabase(options, async (database) => {
      const store = createRuleStore(database);
      for (const [index, rule] of rules.entries()) {
        const entry = { action: 'rule.write', subject: `rule ${rule.id}` };
        const note = notingOnCommandLine(database, entry, atMs);
        // They were let through together.
        const by = { also: index === 0 ? noted(note, admitted) : note };
        await store.write({ rule, limitRules, atMs, by });
      }
      const { version, rules: all } = await store.current();
      const written = new Set(rules.map(({ id }) => id));
      const notices = (await check(database, all, context)).filter(({ rule }) => written.has(rule));
      return { version, rules: rules.length, notices };
    });
    const text = `${report.rules} of the rules in force are those of ${file}, version ${report.version}`;
    context.output(options).result(report, [text, ...describeNotices(report.notices)].join('\n'));
  });

  addAnywayOption(command('remove <id>', 'Take a rule away; what it was stays in its history')).action(
    async (id: string, options: GateOptions) => {
      const admitted = await passGate(options, context, async ({ rules }) => ({
        kind: 'rules',
        set: await rules.wouldBe(id, undefined),
      }));
      await withDatabase(options, async (database) => {
        const atMs = context.clock();
        const entry = { action: 'rule.remove', subject: `rule ${id}` };
        const by = { also: noted(notingOnCommandLine(database, entry, atMs), admitted) };
        await createRuleStore(database).remove({ id, atMs, by });
      });
      context.output(options).result({ removed: id }, `"${id}" is gone`);
    },
  );
}

/** Without an index only what rules and pinned products tell is known. */
async function check(
  database: Database,
  rules: readonly MerchandisingRule[],
  { clock, signal }: CommandContext,
): Promise<readonly RuleNotice[]> {
  const store = createCatalogueStore(database);
  const markets = await store.markets();
  const ground = { products: store.products, markets, canonicalValue: (_: string, value: string) => value };
  return await checkRules(rules, ground, { nowMs: clock() }, signal);
}

/** @throws {AssistantError} INVALID_JSON, VALIDATION_FAILED with where it is wrong. */
function readRules(text: string): MerchandisingRule[] {
  const parsed = z.array(ruleSchema).min(1).safeParse(readJson(text));
  if (parsed.success) {
    const ids = new Set(parsed.data.map(({ id }) => id));
    if (ids.size === parsed.data.length) return parsed.data;
    throw new AssistantError('VALIDATION_FAILED', 'The file names a rule twice');
  }
  const [first] = parsed.error.issues;
  const where = first === undefined || first.path.length === 0 ? 'The file' : `/${first.path.join('/')}`;
  throw new AssistantError('VALIDATION_FAILED', `${where}: ${first?.message ?? 'is no list of rules'}`);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AssistantError('INVALID_JSON', 'The rules are not valid JSON', { cause });
  }
}

function describeRules(rules: readonly MerchandisingRule[], notices: readonly RuleNotice[]): string {
  if (rules.length === 0) return 'There are no rules';
  const rows = rules.map(({ id, action, target, when, from = '', until, owner }) => [
    id,
    describeAction(action),
    JSON.stringify(target),
    Object.keys(when).length === 0 ? 'every list' : JSON.stringify(when),
    from,
    until,
    owner,
  ]);
  const table = formatTable([['RULE', 'ACTION', 'TARGET', 'WHEN', 'FROM', 'UNTIL', 'OWNER'], ...rows]);
  return [table, ...describeNotices(notices)].join('\n');
}

function describeAction(action: MerchandisingRule['action']): string {
  if (action.kind === 'pin') return `pin ${action.position}`;
  return action.kind === 'exclude' ? 'exclude' : `${action.kind} ${action.strength}`;
}

const describeNotices = (notices: readonly RuleNotice[]): string[] =>
  notices.length === 0
    ? []
    : ['Look again at:', ...notices.map(({ rule, reason }) => `  ${rule}: ${reason}`)];
