import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface CuttingProxy {
  readonly url: string;
  /** The answer to the next message is cut after so many bytes, head included; 0 cuts before any. */
  cutNextAfter(bytes: number): void;
  /** Answers that were cut. */
  readonly cuts: number;
}

/** Passes every byte on over TCP, and cuts the line where it was told to, be it within a character. */
export async function startCuttingProxy(port: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let next: number | undefined;
  let cuts = 0;
  const server = createServer((client) => {
    const target = connect(port, '127.0.0.1');
    let left: number | undefined;
    const destroy = () => {
      client.destroy();
      target.destroy();
    };
    for (const socket of [client, target]) {
      sockets.add(socket);
      socket.on('error', destroy);
      socket.on('close', () => {
        sockets.delete(socket);
        destroy();
      });
    }
    client.on('data', (chunk) => {
      if (next !== undefined && /^POST \S+\/messages /.test(chunk.toString('latin1'))) {
        left = next;
        next = undefined;
      }
      target.write(chunk);
      if (left === 0) cut();
    });
    target.on('data', (chunk) => {
      if (left === undefined || chunk.length < left) {
        client.write(chunk);
        if (left !== undefined) left -= chunk.length;
        return;
      }
      // Nothing more goes on while the last bytes are on their way.
      target.pause();
      client.write(chunk.subarray(0, left), cut);
    });
    function cut(): void {
      left = undefined;
      cuts += 1;
      destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutNextAfter(bytes) {
      next = bytes;
    },
    get cuts() {
      return cuts;
    },
  };
}
