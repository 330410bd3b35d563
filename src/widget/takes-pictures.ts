import { readSettings } from './read-settings.ts';

/** Whether a picture may come with a message to this assistant; not, where it cannot be asked. */
export async function takesPictures(server: string): Promise<boolean> {
  const settings = await readSettings(server);
  return settings?.capabilities.images === true;
}
