let placed: Element | undefined;

/**
 * Puts the element at the end of the page with the `data-` attributes of the script tag, unless the page has one, or
 * the tag says `data-manual`. An element that the page itself adds later takes its place.
 *
 * @param address Of the script.
 */
export function placeElement(address: string): void {
  const script = [...document.scripts].find(({ src }) => src === address);
  if (!script || 'manual' in script.dataset) return;
  const place = () => {
    if (document.querySelector('floorwalker-chat')) return;
    placed = document.createElement('floorwalker-chat');
    for (const [name, value = ''] of Object.entries(script.dataset)) placed.setAttribute(name, value);
    document.body.append(placed);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', place, { once: true });
  else place();
}

/** @param element One that has just come to the page. */
export function giveWay(element: Element): void {
  if (placed !== element) placed?.remove();
}
