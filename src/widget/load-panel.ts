import { preloadIntact } from './preload-intact.ts';

declare const FLOORWALKER_VERSION: string;
declare const FLOORWALKER_PANEL_HASH: string;

const SCRIPT = import.meta.url;
const addressOf = (name: string) => new URL(`/widget/${FLOORWALKER_VERSION}/${name}.js`, SCRIPT).href;

/**
 * Brings the panel from where this script is from, at the address of this version.
 *
 * @param language Its words come at the same time, into the browser's cache, where the panel finds them.
 * @throws {TypeError} When the panel cannot be had, or is not the one that was published with this script; then it does not run.
 */
export async function loadPanel(language: string | undefined): Promise<typeof import('./panel.ts')> {
  if (language !== undefined) fetch(addressOf(language)).catch(() => undefined);
  await preloadIntact(addressOf('panel'), FLOORWALKER_PANEL_HASH);
  return import(/* @vite-ignore */ addressOf('panel'));
}
