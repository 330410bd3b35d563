/** What a reply has room for where it is read. */
export interface ChannelLimits {
  /** Of one reply, in UTF-16 code units. */
  readonly textCharacters: number;
  /** Whether products stand beside the text; without cards the text names more of them. */
  readonly hasCards: boolean;
}

/**
 * `web`: the screen of a phone, beside cards. `messenger`: the text of a message with buttons, as Messenger takes it.
 * `sms`: two joined messages of 153 characters each (GSM 03.38).
 */
const LIMITS = {
  web: { textCharacters: 700, hasCards: true },
  messenger: { textCharacters: 640, hasCards: true },
  sms: { textCharacters: 306, hasCards: false },
} as const satisfies Readonly<Record<string, ChannelLimits>>;

/** Where a conversation is held. */
export type Channel = keyof typeof LIMITS;

export const CHANNELS = Object.keys(LIMITS) as readonly Channel[];

/** @param channel The web when absent. */
export const channelLimits = (channel: Channel = 'web'): ChannelLimits => LIMITS[channel];
