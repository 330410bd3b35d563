import type { Channel } from '../../domain/channel.ts';
import type { ReviewRule, ReviewSettings } from '../../domain/desk/settings.ts';

/** What a rule of approval is chosen by. */
export interface ReviewedPlace {
  /** ISO 3166-1 alpha-2. */
  readonly market: string;
  /** The web when absent. */
  readonly channel?: Channel | undefined;
}

/** A rule under which replies are held, with how long. */
export interface HoldRule extends Pick<ReviewRule, 'belowConfidence'> {
  readonly holdSeconds: number;
}

/**
 * The narrowest rule that fits holds: of market and channel, of a channel, of a market, of the shop; of two that are as narrow, the
 * first.
 *
 * @returns undefined where replies are not held, whatever they are.
 */
export function holdRule(settings: ReviewSettings, place: ReviewedPlace): HoldRule | undefined {
  const { channel = 'web', market } = place;
  const fitting = settings.rules.filter(
    (rule) =>
      (rule.market === undefined || rule.market === market) &&
      (rule.channel === undefined || rule.channel === channel),
  );
  const [rule] = fitting.toSorted((left, right) => narrowness(right) - narrowness(left));
  if (rule?.mode !== 'review') return undefined;
  const { belowConfidence } = rule;
  const { holdSeconds } = settings;
  return belowConfidence === undefined ? { holdSeconds } : { holdSeconds, belowConfidence };
}

const narrowness = ({ market, channel }: ReviewRule): number =>
  (channel === undefined ? 0 : 2) + (market === undefined ? 0 : 1);
