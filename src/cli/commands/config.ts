import type { Command } from 'commander';
import { ENVIRONMENT_PREFIX, SECRET_SETTINGS, type Settings, settingsSchema } from '../../config/config.ts';
import { addJsonOption } from '../data-option.ts';
import { formatTable } from '../output.ts';
import type { CommandContext } from '../program.ts';

const HIDDEN = '(set, hidden)';
const EMPTY = '(empty)';

export function addConfigCommand(program: Command, context: CommandContext): void {
  const config = program.command('config').description('The configuration');
  addJsonOption(config.command('show'))
    .description('The configuration in force, secrets hidden')
    .option('--limits', 'only the limits')
    .action((options: { limits?: boolean; json?: boolean }) => {
      const shown = showSettings(context.settings(), options.limits === true);
      const rows = Object.entries(shown).map(([name, value]) => [
        ENVIRONMENT_PREFIX + name,
        describeValue(value),
        settingsSchema.shape[name as keyof Settings].description ?? '',
      ]);
      context.output(options).result(shown, formatTable([['SETTING', 'VALUE', 'MEANING'], ...rows]));
    });
}

function showSettings(settings: Settings, onlyLimits: boolean): Record<string, unknown> {
  const names = Object.keys(settingsSchema.shape) as (keyof Settings)[];
  return Object.fromEntries(
    names
      .filter((name) => !onlyLimits || /^(?:LIMIT|BUDGET)_/.test(name) || name.endsWith('_TIMEOUT_MS'))
      .map((name) => [
        name,
        SECRET_SETTINGS.has(name) && settings[name] !== undefined ? HIDDEN : (settings[name] ?? null),
      ]),
  );
}

function describeValue(value: unknown): string {
  const text = Array.isArray(value) ? value.join(', ') : describeOne(value);
  return text === '' ? EMPTY : text;
}

/** What stands by name, numbers as they are written in a setting. */
function describeOne(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  return Object.entries(value)
    .map(([name, of]) => `${name}=${typeof of === 'object' ? JSON.stringify(of) : of}`)
    .join(',');
}
