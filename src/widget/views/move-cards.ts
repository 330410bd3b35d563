/** Where a row of cards was sent by button or key: it stays "in front" though the row cannot scroll so far, until it is moved by hand. */
const aims = new WeakMap<Element, number>();
const watched = new WeakSet<Element>();

const cardsOf = (row: Element): HTMLElement[] => [...row.querySelectorAll<HTMLElement>('.card')];

const rowOf = (element: Element): HTMLElement | undefined =>
  element.closest('.products')?.querySelector<HTMLElement>('.cards') ?? undefined;

/** How far a card is from the start of its row, towards the end. */
function distance(card: HTMLElement, row: HTMLElement): number {
  const [here, there] = [card.getBoundingClientRect(), row.getBoundingClientRect()];
  return isRightToLeft(row) ? there.right - here.right : here.left - there.left;
}

const isRightToLeft = (row: Element): boolean => getComputedStyle(row).direction === 'rtl';

/** The card in front, from 1. */
export function currentCard(row: HTMLElement): number {
  const aim = aims.get(row);
  if (aim !== undefined) return aim;
  const distances = cardsOf(row).map((card) => Math.abs(distance(card, row)));
  return distances.indexOf(Math.min(...distances)) + 1;
}

export function goTo(button: Element, position: number): void {
  const row = rowOf(button);
  if (row !== undefined) bring(row, position);
}

function bring(row: HTMLElement, position: number): HTMLElement | undefined {
  const cards = cardsOf(row);
  const at = Math.min(Math.max(position, 1), cards.length);
  const card = cards[at - 1];
  if (card === undefined) return undefined;
  watch(row);
  aims.set(row, at);
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const left = distance(card, row) * (isRightToLeft(row) ? -1 : 1);
  row.scrollBy({ left, behavior: isStill ? 'instant' : 'smooth' });
  // A row that is already as far as it goes does not scroll, and would not tell.
  row.dispatchEvent(new Event('scroll'));
  return card;
}

function watch(row: HTMLElement): void {
  if (watched.has(row)) return;
  watched.add(row);
  const forget = () => aims.delete(row);
  for (const byHand of ['wheel', 'pointerdown', 'touchstart', 'focusin'])
    row.addEventListener(byHand, forget, { passive: true });
}

/** Arrows, Home and End: from card to card, and with them the focus where it is within one. */
export function moveByKey(event: KeyboardEvent): void {
  const row = event.currentTarget instanceof Element ? rowOf(event.currentTarget) : undefined;
  const step = row === undefined ? undefined : steps(row)[event.key];
  if (row === undefined || step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const target = event.target instanceof HTMLElement ? event.target : row;
  const card = target.closest<HTMLElement>('.card');
  const from = Number(card?.dataset.position ?? aims.get(row) ?? currentCard(row));
  const to = bring(row, step(from));
  if (card === null || to === undefined || to === card) return;
  const focusables = (of: HTMLElement) => [...of.querySelectorAll<HTMLElement>('a, button, summary')];
  const same = focusables(to)[focusables(card).indexOf(target)] ?? focusables(to)[0];
  same?.focus({ preventScroll: true });
  aims.set(row, Number(to.dataset.position));
}

const steps = (row: HTMLElement): Readonly<Record<string, (from: number) => number>> => {
  const [back, on] = isRightToLeft(row) ? [1, -1] : [-1, 1];
  return {
    ArrowLeft: (from) => from + back,
    ArrowRight: (from) => from + on,
    Home: () => 1,
    End: () => Number.MAX_SAFE_INTEGER,
  };
};
