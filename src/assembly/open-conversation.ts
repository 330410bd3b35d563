import type { Turn } from '../domain/turn.ts';
import { openService, type ServiceOptions } from './open-service.ts';

export interface OpenConversation {
  readonly greeting: string;
  say(text: string): Promise<Turn>;
  close(): Promise<void>;
}

/** One conversation in this process, on the same data and through the same rooms as the server's. */
export async function openConversation(
  options: ServiceOptions & { readonly locale: string; readonly market?: string },
): Promise<OpenConversation> {
  const { chat, close } = await openService(options);
  const market = options.market === undefined ? {} : { market: options.market };
  try {
    const { conversationId, token, greeting } = await chat.start({ locale: options.locale, ...market });
    return {
      greeting: greeting.text,
      say: async (text) => await chat.handle({ conversationId, token, text }, { signal: options.signal }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
