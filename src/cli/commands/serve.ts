import { type Command, InvalidArgumentError } from 'commander';
import { startService } from '../../assembly/start-service.ts';
import { dataDirectory } from '../data-option.ts';
import type { CommandContext } from '../program.ts';

const MAX_PORT = 65_535;

export function toPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > MAX_PORT)
    throw new InvalidArgumentError('a port is a whole number from 0 to 65535.');
  return port;
}

export function addServeCommand(program: Command, context: CommandContext): void {
  program
    .command('serve')
    .description(
      'Serve the shop page, the chat and the interface; makes a demo shop when there is no data yet',
    )
    .option(
      '--data <directory>',
      'directory that holds everything (default: FLOORWALKER_DATA, else .floorwalker)',
    )
    .option(
      '--port <number>',
      'port to listen on, 0 picks a free one (default: FLOORWALKER_PORT, else 8787)',
      toPort,
    )
    .option('--host <address>', 'address to listen on (default: FLOORWALKER_HOST, else 127.0.0.1)')
    .action(async (options: { data?: string; port?: number; host?: string }) => {
      const configured = context.settings();
      const settings = {
        ...configured,
        PORT: options.port ?? configured.PORT,
        HOST: options.host ?? configured.HOST,
      };
      const { note } = context.output({});
      const service = await startService({
        settings,
        directory: dataDirectory(options, context),
        clock: context.clock,
        note,
        signal: context.signal,
      });
      context.output({}).result(undefined, greeting(service.url, service.engines));
      await stopped(context.signal);
      note('Stopping: finishing what is under way ...');
      await service.close();
    });
}

function greeting(url: string, engines: readonly string[]): string {
  return [
    'Floorwalker is open',
    `  shop page  ${url}/`,
    `  chat       ${url}/chat`,
    `  interface  ${url}/openapi.json`,
    ...engines.map((engine) => `  ${engine}`),
  ].join('\n');
}

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
