import type { WidgetSettings } from '../domain/widget-settings.ts';
import type { FloorwalkerChat } from './floorwalker-chat.ts';
import { preloadIntact } from './preload-intact.ts';

declare const FLOORWALKER_PANEL_HASH: string;
declare const FLOORWALKER_PAGE_HASH: string;
declare const FLOORWALKER_INVITATION_HASH: string;

type Panel = typeof import('./panel.ts');

const SCRIPT = import.meta.url;
/** The version is written in when the widget is published. */
const addressOf = (name: string) => new URL(`/widget/FLOORWALKER_VERSION/${name}.js`, SCRIPT).href;

async function loadIntact<Part>(name: string, hash: string): Promise<Part> {
  const address = addressOf(name);
  await preloadIntact(address, hash);
  return import(/* @vite-ignore */ address);
}

/**
 * Brings the panel from where this script is from, at the address of this version.
 *
 * @param locale BCP 47.
 * @param language Its words come at the same time, into the browser's cache, where the panel finds them.
 * @throws {TypeError} When the panel cannot be had, or is not the one that was published with this script; then it does not run.
 */
export async function loadPanel(locale: string, language: string): ReturnType<Panel['begin']> {
  fetch(addressOf(language)).catch(() => {});
  return (await loadIntact<Panel>('panel', FLOORWALKER_PANEL_HASH)).begin(locale, preloadIntact);
}

/** Brings what runs on a page while nobody talks; without it the button is there all the same. */
function wakePart<Given extends readonly unknown[]>(name: string, hash: string, ...given: Given): void {
  loadIntact<{ wake(...given: Given): unknown }>(name, hash)
    .then(({ wake }) => wake(...given))
    .catch(() => {});
}

/** `server`: origin of the assistant. */
export const wakePage = (...given: readonly [element: FloorwalkerChat, server: string]): void =>
  wakePart('page', FLOORWALKER_PAGE_HASH, ...given, preloadIntact);

export const inviteToTalk = (
  ...given: readonly [element: FloorwalkerChat, server: string, settings: WidgetSettings]
): void => wakePart('invitation', FLOORWALKER_INVITATION_HASH, ...given);
