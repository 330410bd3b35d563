import { type Command, InvalidArgumentError } from 'commander';
import { startService } from '../../assembly/start-service.ts';
import { addDataOption, dataDirectory } from '../data-option.ts';
import type { CommandContext } from '../program.ts';

interface ServeOptions {
  readonly data?: string;
  readonly port?: number;
  readonly host?: string;
  readonly json?: boolean;
}

const MAX_PORT = 65_535;

function toPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > MAX_PORT)
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  return port;
}

export function addServeCommand(program: Command, context: CommandContext): void {
  addDataOption(
    program
      .command('serve')
      .description(
        'Serve the shop page, the chat and the interface; makes a demo shop when there is no data yet',
      ),
  )
    .option(
      '--port <number>',
      'port to listen on, 0 picks a free one (default: FLOORWALKER_PORT, else 8787)',
      toPort,
    )
    .option('--host <address>', 'address to listen on (default: FLOORWALKER_HOST, else 127.0.0.1)')
    .action(async (options: ServeOptions) => {
      const configured = context.settings();
      const { note, result } = context.output(options);
      const service = await startService({
        settings: {
          ...configured,
          PORT: options.port ?? configured.PORT,
          HOST: options.host ?? configured.HOST,
        },
        directory: dataDirectory(options, context),
        clock: context.clock,
        note,
        signal: context.signal,
      });
      const { url, engines } = service;
      const places = { shop: `${url}/`, chat: `${url}/chat`, interface: `${url}/openapi.json` };
      result({ url, ...places, engines }, greeting(places, engines));
      await stopped(context.signal);
      note('Stopping: finishing what is under way ...');
      await service.close();
    });
}

function greeting(
  places: { readonly shop: string; readonly chat: string; readonly interface: string },
  engines: readonly string[],
): string {
  return [
    'Floorwalker is open',
    `  shop page      ${places.shop}`,
    `  chat           ${places.chat}`,
    `  interface      ${places.interface}`,
    ...engines.map((engine) => `  ${engine}`),
    'Ctrl-C closes it',
  ].join('\n');
}

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
