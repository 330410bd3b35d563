import type { Server } from 'node:http';
import type { Settings } from '../config/config.ts';
import { AssistantError } from '../errors/assistant-error.ts';

/** @throws {AssistantError} CONFIGURATION_INVALID when the address cannot be listened on. */
export function listenOn(
  server: Server,
  settings: Pick<Settings, 'HOST' | 'PORT' | 'PUBLIC_URL'>,
): Promise<{ readonly url: string; readonly port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(
        new AssistantError(
          'CONFIGURATION_INVALID',
          `Cannot listen on ${settings.HOST}:${settings.PORT} (${cause.code ?? cause.message}); set FLOORWALKER_HOST or FLOORWALKER_PORT, or give --host or --port`,
          { cause },
        ),
      );
    });
    server.listen(settings.PORT, settings.HOST, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : settings.PORT;
      const host = settings.HOST.includes(':') ? `[${settings.HOST}]` : settings.HOST;
      resolve({ url: settings.PUBLIC_URL ?? `http://${host}:${port}`, port });
    });
  });
}
