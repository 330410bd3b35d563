import type { WidgetSettings } from '../domain/widget-settings.ts';
import type { FloorwalkerChat } from './floorwalker-chat.ts';
import { preloadIntact } from './preload-intact.ts';

declare const FLOORWALKER_VERSION: string;
declare const FLOORWALKER_PANEL_HASH: string;
declare const FLOORWALKER_PAGE_HASH: string;

const SCRIPT = import.meta.url;
const addressOf = (name: string) => new URL(`/widget/${FLOORWALKER_VERSION}/${name}.js`, SCRIPT).href;

/**
 * Brings the panel from where this script is from, at the address of this version.
 *
 * @param language Its words come at the same time, into the browser's cache, where the panel finds them.
 * @throws {TypeError} When the panel cannot be had, or is not the one that was published with this script; then it does not run.
 */
export async function loadPanel(language: string): Promise<typeof import('./panel.ts')> {
  fetch(addressOf(language)).catch(() => {});
  return loadIntact('panel', FLOORWALKER_PANEL_HASH);
}

/** Brings what runs on a page while nobody talks; without it the button is there all the same. */
export const wakePage = (element: FloorwalkerChat, settings: WidgetSettings | undefined): Promise<void> =>
  loadIntact<typeof import('./page-life.ts')>('page', FLOORWALKER_PAGE_HASH)
    .then(({ wake }) => wake(element, settings))
    .catch(() => {});

async function loadIntact<Part>(name: string, hash: string): Promise<Part> {
  await preloadIntact(addressOf(name), hash);
  return import(/* @vite-ignore */ addressOf(name));
}
