import { withChoice } from '../dialogue/order-form.ts';
import type { OrderWrite, PostalAddress } from '../domain/commerce.ts';
import type { OpenForm } from '../domain/dialogue-state.ts';
import { readAddress } from '../text/read-address.ts';
import { advanceWrite, askAddress, placesAnswered } from './carry-out-order-form.ts';
import { tellStatus } from './carry-out-order-status.ts';
import { wishFor } from './carry-out-order-wish.ts';
import type { OrderDesk, OrderResult } from './order-desk.ts';

/** Goes on from a form with what was answered. */
export async function answerForm(
  form: OpenForm,
  values: readonly string[],
  desk: OrderDesk,
): Promise<OrderResult> {
  const { missing, write, wish } = form;
  if (missing.field === 'order') {
    const places = placesAnswered(form, values, desk);
    const number = places.length === 1 ? missing.options[places[0] ?? -1] : undefined;
    if (number === undefined) return askAgain(form, places);
    const order = await desk.commerce.order(desk.buyer.customerId, number, desk.signal);
    if (order === undefined) return { step: { act: 'order-unknown', orderNumber: number }, isStuck: true };
    return wish === 'order-status' ? tellStatus(order, 0, desk) : await wishFor(order, wish, '', desk);
  }
  if (write === undefined) return askAgain(form, []);
  if (missing.field === 'address' || missing.field === 'address-part')
    return await answerAddress(form, write, values.join('\n'), desk);
  const places = placesAnswered(form, values, desk);
  if (places.length === 0 || (places.length > 1 && missing.field !== 'lines')) return askAgain(form, places);
  return await advanceWrite(withChoice(write, missing, places), '', desk);
}

/** The same once more; of those that the answer left open, where it left some. */
export function askAgain(form: OpenForm, places: readonly number[]): OrderResult {
  const { missing, labels, wish, turn: _, ...rest } = form;
  const isNarrower = places.length > 1 && places.length < labels.length;
  const kept = isNarrower ? places : [...labels.keys()];
  const narrowed = isNarrower ? narrow(missing, kept) : missing;
  const pick = (words: readonly string[]) => kept.flatMap((place) => words[place] ?? []);
  return {
    step: {
      act: 'order-ask',
      about: wish,
      field: missing.field,
      ...(missing.field === 'address-part' ? { part: missing.part } : {}),
      ...(missing.field === 'replacement' ? { title: missing.line.title } : {}),
      options: pick(labels),
      again: !isNarrower,
    },
    form: {
      ...rest,
      wish,
      missing: narrowed,
      labels: pick(labels),
      ...(form.alike === undefined ? {} : { alike: pick(form.alike) }),
    },
  };
}

function narrow(missing: OpenForm['missing'], places: readonly number[]): OpenForm['missing'] {
  const at = <Option>(options: readonly Option[]): Option[] =>
    places.flatMap((place) => options[place] ?? []);
  switch (missing.field) {
    case 'order':
    case 'reason':
      return { ...missing, options: at(missing.options) };
    case 'lines':
      return { ...missing, options: at(missing.options) };
    case 'method':
      return { ...missing, options: at(missing.options) };
    case 'replacement':
      return { ...missing, options: at(missing.options) };
    default:
      return missing;
  }
}

/** What is read joins what is known; the country is the account's where none is named. */
async function answerAddress(
  { missing, address = {} }: OpenForm,
  write: OrderWrite,
  text: string,
  desk: OrderDesk,
): Promise<OrderResult> {
  const account = await desk.commerce.account(desk.buyer.customerId, desk.signal);
  const country = account?.address?.country ?? desk.buyer.market;
  const read: Partial<PostalAddress> =
    missing.field === 'address-part'
      ? { ...address, [missing.part]: text.trim() }
      : { ...readAddress(text, country) };
  const name = account?.address?.name ?? account?.name;
  const known = { ...(name === undefined ? {} : { name }), country, ...read };
  const { line1, postalCode, city } = known;
  if (line1 === undefined || postalCode === undefined || city === undefined) return askAddress(write, read);
  const whole: PostalAddress = { ...known, line1, postalCode, city };
  return write.type === 'change-order-address' || write.type === 'change-account-address'
    ? await advanceWrite({ ...write, address: whole }, '', desk)
    : askAddress(write, {});
}
