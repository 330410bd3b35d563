import * as z from 'zod';
import { affirmCommand } from './commands/affirm.ts';
import { askCatalogueCommand } from './commands/ask-catalogue.ts';
import { askPolicyCommand } from './commands/ask-policy.ts';
import { askProductCommand } from './commands/ask-product.ts';
import { availabilityCommand } from './commands/availability.ts';
import { basketCommand } from './commands/basket.ts';
import { cancelOrderCommand } from './commands/cancel-order.ts';
import { changeAddressCommand } from './commands/change-address.ts';
import { checkoutCommand } from './commands/checkout.ts';
import { compareCommand } from './commands/compare.ts';
import { complaintCommand } from './commands/complaint.ts';
import { denyCommand } from './commands/deny.ts';
import { exchangeCommand } from './commands/exchange.ts';
import { findCommand } from './commands/find.ts';
import { giftCommand } from './commands/gift.ts';
import { goesWithCommand } from './commands/goes-with.ts';
import { goodbyeCommand } from './commands/goodbye.ts';
import { greetCommand } from './commands/greet.ts';
import { handoffCommand } from './commands/handoff.ts';
import { historyCommand } from './commands/history.ts';
import { moreCommand } from './commands/more.ts';
import { noPreferenceCommand } from './commands/no-preference.ts';
import { orderStatusCommand } from './commands/order-status.ts';
import { outOfScopeCommand } from './commands/out-of-scope.ts';
import { personalDataCommand } from './commands/personal-data.ts';
import { planSetCommand } from './commands/plan-set.ts';
import { preferenceCommand } from './commands/preference.ts';
import { priceCommand } from './commands/price.ts';
import { provideCommand } from './commands/provide.ts';
import { refineCommand } from './commands/refine.ts';
import { rejectCommand } from './commands/reject.ts';
import { reorderCommand } from './commands/reorder.ts';
import { resetCommand } from './commands/reset.ts';
import { returnCommand } from './commands/return.ts';
import { showAskedCommand } from './commands/show-asked.ts';
import { similarCommand } from './commands/similar.ts';
import { sizeFitCommand } from './commands/size-fit.ts';
import { smallTalkCommand } from './commands/small-talk.ts';
import { thankCommand } from './commands/thank.ts';
import { undoCommand } from './commands/undo.ts';
import { unsafeCommand } from './commands/unsafe.ts';
import { whyCommand } from './commands/why.ts';
import { withoutReasonsCommand } from './commands/without-reasons.ts';

export { type CatalogueQuestion, catalogueQuestionSchema } from './commands/ask-catalogue.ts';
export { commandNotes } from './commands/command-notes.ts';
export { constraintSchema } from './commands/constraint.ts';
export type { HistoryWish } from './commands/history.ts';
export type { ProductReference } from './commands/product-reference.ts';

/** What a shopper can mean. One utterance may hold several, in order. Each stands in a file of its own, with its meaning. */
export const commandSchema = z.discriminatedUnion('type', [
  findCommand,
  refineCommand,
  similarCommand,
  moreCommand,
  undoCommand,
  rejectCommand,
  compareCommand,
  whyCommand,
  withoutReasonsCommand,
  goesWithCommand,
  planSetCommand,
  giftCommand,
  reorderCommand,
  askProductCommand,
  askCatalogueCommand,
  showAskedCommand,
  sizeFitCommand,
  availabilityCommand,
  priceCommand,
  askPolicyCommand,
  basketCommand,
  checkoutCommand,
  orderStatusCommand,
  cancelOrderCommand,
  returnCommand,
  exchangeCommand,
  changeAddressCommand,
  provideCommand,
  preferenceCommand,
  historyCommand,
  personalDataCommand,
  complaintCommand,
  handoffCommand,
  affirmCommand,
  denyCommand,
  noPreferenceCommand,
  resetCommand,
  greetCommand,
  thankCommand,
  goodbyeCommand,
  smallTalkCommand,
  outOfScopeCommand,
  unsafeCommand,
]);
export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
