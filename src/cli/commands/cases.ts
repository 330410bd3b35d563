import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { openCaseBook } from '../../assembly/open-case-desk.ts';
import { addDataOption, dataDirectory } from '../data-option.ts';
import type { CommandContext } from '../program.ts';

interface CaseOptions {
  readonly data?: string;
  readonly json?: boolean;
}

/** `cases export DIR`: kept cases as files that `eval dialogue --cases DIR` plays. */
export function addCasesCommand(program: Command, context: CommandContext): void {
  const group = program.command('cases').description('Conversations that were frozen at the desk');
  addDataOption(
    group
      .command('export <folder>')
      .description('Write the kept cases, a file for each group, as eval dialogue reads them'),
  ).action(async (folder: string, options: CaseOptions) => {
    const database = await openSqliteDatabase({ directory: dataDirectory(options, context) });
    try {
      const kept = await openCaseBook(database, context.clock).list('kept');
      const groups = Map.groupBy(
        kept.toReversed().map(({ written }) => written),
        ({ group: name }) => name.replaceAll(/[^\p{L}\p{N}]+/gu, '-'),
      );
      mkdirSync(folder, { recursive: true });
      for (const [name, written] of groups) {
        const lines = written.map((each) => `${JSON.stringify(each)}\n`);
        writeFileSync(join(folder, `${name}.jsonl`), lines.join(''));
      }
      const files = [...groups.keys()].map((name) => `${name}.jsonl`);
      const text = kept.length === 0 ? 'No case is kept' : `${kept.length} cases in ${files.join(', ')}`;
      context.output(options).result({ cases: kept.length, files }, text);
    } finally {
      await database.close();
    }
  });
}
