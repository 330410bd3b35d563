import type { WidgetSettings } from '../domain/widget-settings.ts';
import { request } from './request.ts';

const asked = new Map<string, Promise<WidgetSettings | undefined>>();

/**
 * What an assistant tells every widget; asked once, and again when it could not be had.
 *
 * @param server Origin of the assistant.
 */
export function readSettings(server: string): Promise<WidgetSettings | undefined> {
  const known = asked.get(server) ?? ask(server);
  asked.set(server, known);
  return known;
}

async function ask(server: string): Promise<WidgetSettings | undefined> {
  const settings = await request<WidgetSettings>(new URL('/v1/widget', server).href);
  if (settings.kind === 'fetched') return settings.value;
  asked.delete(server);
  return undefined;
}
