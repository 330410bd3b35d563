import type { Command } from 'commander';
import { type Diagnosis, diagnose } from '../../assembly/diagnose.ts';
import type { Settings } from '../../config/config.ts';
import { isAssistantError } from '../../errors/assistant-error.ts';
import { addDataOption, dataDirectory } from '../data-option.ts';
import { counted } from '../describe-rows.ts';
import { formatTable } from '../output.ts';
import type { CommandContext } from '../program.ts';

export function addDoctorCommand(program: Command, context: CommandContext): void {
  addDataOption(
    program
      .command('doctor')
      .description('Check configuration, engines, models and the catalogue, and say how to mend each fault'),
  ).action(async (options: { data?: string; json?: boolean }) => {
    const settings = readSettings(context);
    const findings = Array.isArray(settings)
      ? settings
      : await diagnose({
          settings,
          directory: dataDirectory(options, context),
          clock: context.clock,
          signal: context.signal,
        });
    const healthy = findings.every(({ state }) => state !== 'fault');
    context.output(options).result({ healthy, findings }, describe(findings));
    if (!healthy) context.fail();
  });
}

/** The settings, or what is wrong with them: nothing else can be looked at then. */
function readSettings({ settings }: CommandContext): Settings | Diagnosis[] {
  try {
    return settings();
  } catch (error) {
    if (!isAssistantError(error) || !Array.isArray(error.details.problems)) throw error;
    return error.details.problems.map((problem) => ({
      subject: 'configuration',
      state: 'fault',
      detail: String(problem),
      remedy: 'correct it where it is set: in the environment or in .env',
    }));
  }
}

function describe(findings: readonly Diagnosis[]): string {
  const marks = { ok: 'ok', remark: 'note', fault: 'FAULT' } as const;
  const rows = findings.flatMap(({ state, subject, detail, remedy }) => [
    [marks[state], subject, detail],
    ...(remedy === undefined ? [] : [['', '', `-> ${remedy}`]]),
  ]);
  const count = (wanted: Diagnosis['state']) => findings.filter(({ state }) => state === wanted).length;
  const faults = count('fault');
  const verdict = faults === 0 ? 'Healthy' : counted(faults, 'fault');
  return `${formatTable([['STATE', 'WHAT', 'FOUND'], ...rows])}\n${verdict}, ${counted(count('remark'), 'note')}`;
}
