/** An address in the parts the client wants: it drops the path of one, and a port that is the protocol's own. */
export interface ServerAddress {
  readonly url: string;
  readonly prefix: string;
  readonly port: number;
}

const USUAL_PORT = 6333;

/** @param url http or https. Port 6333 unless one is named, also 443 or 80. */
export function toServerAddress(url: string): ServerAddress {
  const { origin, pathname } = new URL(url);
  // The URL class leaves the protocol's own port out, so it is read from the words.
  const [, port] = /^https?:\/\/[^/?#]*:(\d+)(?:[/?#]|$)/i.exec(url.trim()) ?? [];
  return {
    url: origin,
    prefix: pathname.replace(/\/+$/, ''),
    port: port === undefined ? USUAL_PORT : Number(port),
  };
}
