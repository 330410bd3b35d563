import { type JSX, type Ref, useEffect, useRef } from 'react';
// Saved from https://chat.your-shop.example/widget.d.ts
import type { FloorwalkerChat } from './widget.d.ts';

const WIDGET = 'https://chat.your-shop.example/widget.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'floorwalker-chat': { ref?: Ref<FloorwalkerChat>; market?: string; locale?: string; product?: string };
    }
  }
}

interface AssistantProps {
  readonly market: string;
  readonly locale: string;
  readonly product?: string;
  onBasket(pieces: number): void;
}

/** For React 19, which sets attributes of custom elements as they are. Put it once, beside your routes. */
export function Assistant({ onBasket, ...place }: AssistantProps): JSX.Element {
  const chat = useRef<FloorwalkerChat>(null);
  useEffect(() => {
    void import(/* @vite-ignore */ WIDGET);
    const tell = (event: HTMLElementEventMap['floorwalker-basket-changed']) =>
      onBasket(event.detail.quantity);
    const element = chat.current;
    element?.addEventListener('floorwalker-basket-changed', tell);
    return () => element?.removeEventListener('floorwalker-basket-changed', tell);
  }, [onBasket]);
  return <floorwalker-chat ref={chat} {...place} />;
}
