import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { DRAWERS, type DrawerName, type DrawerView } from './drawers.ts';

/** Which drawer is open over the conversation, and whether its contents are here yet. */
export class DrawerController implements ReactiveController {
  name: DrawerName | undefined;
  view: DrawerView | undefined;
  /** Its contents could not be fetched. */
  hasFailed = false;
  readonly #host: ReactiveControllerHost;
  readonly #loaded = new Map<DrawerName, DrawerView>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Opens one; the same once more closes it. */
  async toggle(name: DrawerName): Promise<void> {
    if (this.name === name) this.close();
    else await this.open(name);
  }

  async open(name: DrawerName): Promise<void> {
    this.#set({ name, view: this.#loaded.get(name), hasFailed: false });
    if (this.view !== undefined) return;
    try {
      const view = await DRAWERS.get(name)?.load();
      if (view !== undefined) this.#loaded.set(name, view);
      if (this.name === name) this.#set({ name, view, hasFailed: view === undefined });
    } catch {
      if (this.name === name) this.#set({ name, view: undefined, hasFailed: true });
      globalThis.addEventListener('online', () => this.#retry(name), { once: true });
    }
  }

  close(): void {
    this.#set({ name: undefined, view: undefined, hasFailed: false });
  }

  #retry(name: DrawerName): void {
    if (this.name === name && this.hasFailed) void this.open(name);
  }

  #set(changes: {
    readonly name: DrawerName | undefined;
    readonly view: DrawerView | undefined;
    readonly hasFailed: boolean;
  }): void {
    Object.assign(this, changes);
    this.#host.requestUpdate();
  }
}
