import type { WidgetSettings } from '../domain/widget-settings.ts';
import { request } from './request.ts';

/** Whether a picture may come with a message to this assistant; not, where it cannot be asked. */
export async function takesPictures(server: string): Promise<boolean> {
  const settings = await request<WidgetSettings>(new URL('/v1/widget', server).href);
  return settings.kind === 'fetched' && settings.value.capabilities.images;
}
