import { z } from 'zod';
import { askPolicyCommand } from '../../domain/commands/ask-policy.ts';
import { availabilityCommand } from '../../domain/commands/availability.ts';
import { basketCommand } from '../../domain/commands/basket.ts';
import { complaintCommand } from '../../domain/commands/complaint.ts';
import { personalDataCommand } from '../../domain/commands/personal-data.ts';
import { preferenceCommand } from '../../domain/commands/preference.ts';
import { priceCommand } from '../../domain/commands/price.ts';
import { smallTalkCommand } from '../../domain/commands/small-talk.ts';
import { unsafeCommand } from '../../domain/commands/unsafe.ts';
import { normalise } from '../../text/normalise.ts';
import { Phrases } from '../../text/phrases.ts';
import { phrasesBy } from './grammar.ts';

/** A cue for each value of a command's slot: `basket-add`. */
const cuesOf = <Prefix extends string, Slot extends string>(prefix: Prefix, slots: readonly Slot[]) =>
  slots.map((slot): `${Prefix}-${Slot}` => `${prefix}-${slot}`);

/** What a phrase wants of the shop beside finding things. The name is a command, then what fills its slot. */
export const SERVICE_CUES = [
  ...cuesOf('unsafe', unsafeCommand.shape.kind.options),
  ...cuesOf('data', personalDataCommand.shape.wish.options),
  ...cuesOf('complaint', complaintCommand.shape.about.options),
  ...cuesOf('preference', preferenceCommand.shape.action.options),
  ...cuesOf('basket', basketCommand.shape.action.options),
  'basket-more',
  'basket-less',
  ...cuesOf('price', priceCommand.shape.aspect.options),
  ...cuesOf('availability', availabilityCommand.shape.aspect.options),
  ...cuesOf('policy', askPolicyCommand.shape.topic.options),
  ...cuesOf('talk', smallTalkCommand.shape.about.options),
  'cancel-order',
  'return',
  'exchange',
  'change-address',
  'change-account', // the address of the account, not of an order
  'change-payment', // what an order is paid by
  'order-status',
  'checkout',
  'reorder',
  'size-fit',
  'undo',
  'reject',
  'plan-set',
  'preference-avoid', // what is always refused
  'plan-total', // several things together, beside two of them
  'affirm',
  'deny',
  'every', // all that was offered
  'no-preference',
  'deadline', // when it has to be there
  'reason', // why it is rejected or sent back
] as const;

export type ServiceCue = (typeof SERVICE_CUES)[number];

/** Kinds of references that a shop's service needs beside those of the grammar. */
export const SERVICE_REFERENCES = ['earlier', 'other', 'basket', 'list-before'] as const;

export type ServiceReference = (typeof SERVICE_REFERENCES)[number];

const TableSection = phrasesBy([...SERVICE_CUES, ...SERVICE_REFERENCES, 'days']);

/** `days` are words for days and dates; a locale that has no section yet understands none of this by phrases. */
export const ServiceSection = TableSection.optional().transform((table) => table ?? TableSection.parse({}));

/** Less or more of a measured attribute than what is shown; the least and the most of it. */
export const SHIFT_STEPS = ['lower', 'higher', 'lowest', 'highest'] as const;

export type ShiftStep = (typeof SHIFT_STEPS)[number];

/** By measured attribute; `size` is whatever measures such a thing. */
export const ShiftsSection = z
  .record(z.string(), phrasesBy(SHIFT_STEPS))
  .optional()
  .transform((table) => table ?? {});

const NormalPhrases = Phrases.transform((phrases) => phrases.map(normalise));

/** How it is asked whether something is allowed at all, and what such a question does not name. */
export const PermissionSection = z.strictObject({
  /** Beginnings or ends of such questions. */
  asks: NormalPhrases,
  /** Words that name an order or a thing that was bought. */
  own: NormalPhrases,
  /** Words that stand for such a thing, unless the message speaks of anything. */
  pronouns: NormalPhrases,
  anything: NormalPhrases,
});
