import type { Command } from 'commander';
import { type Diagnosis, diagnose } from '../../assembly/diagnose.ts';
import { addDataOption, dataDirectory } from '../data-option.ts';
import { formatTable } from '../output.ts';
import type { CommandContext } from '../program.ts';

export function addDoctorCommand(program: Command, context: CommandContext): void {
  addDataOption(
    program
      .command('doctor')
      .description('Check configuration, engines, models and the catalogue, and say how to mend each fault'),
  ).action(async (options: { data?: string; json?: boolean }) => {
    const settings = context.settings();
    const findings = await diagnose({
      settings,
      directory: dataDirectory(options, context),
      clock: context.clock,
      signal: context.signal,
    });
    const faults = findings.filter(({ state }) => state === 'fault');
    context.output(options).result({ healthy: faults.length === 0, findings }, describe(findings));
    if (faults.length > 0) context.fail();
  });
}

function describe(findings: readonly Diagnosis[]): string {
  const marks = { ok: 'ok', remark: 'note', fault: 'FAULT' } as const;
  const rows = findings.map(({ state, subject, detail, remedy }) => [
    marks[state],
    subject,
    remedy === undefined ? detail : `${detail} -> ${remedy}`,
  ]);
  return formatTable([['', 'WHAT', 'FOUND'], ...rows]);
}
