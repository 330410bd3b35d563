import type { PageFacts } from './invitation-rules.ts';

const TICK_MS = 1_000;

/**
 * Time, scrolling and leaving, on one page after another: a page changed by script is another page.
 *
 * @param look Is told with every second, and when the shopper leaves.
 */
export function watchPage(
  look: (facts: Pick<PageFacts, 'path' | 'seconds' | 'scrolledShare' | 'isLeaving'>) => void,
): void {
  let path = location.pathname;
  let seconds = 0;
  let scrolledShare = 0;
  const tell = (isLeaving: boolean) => look({ path, seconds, scrolledShare, isLeaving });
  const onScroll = () => {
    const { scrollHeight, clientHeight } = document.documentElement;
    const room = scrollHeight - clientHeight;
    if (room > 0) scrolledShare = Math.max(scrolledShare, Math.min(1, scrollY / room));
  };
  // The page may have been scrolled before this came.
  onScroll();
  setInterval(() => {
    if (path !== location.pathname) {
      path = location.pathname;
      seconds = 0;
      scrolledShare = 0;
    }
    if (!document.hidden) seconds += TICK_MS / 1_000;
    tell(false);
  }, TICK_MS);
  addEventListener('scroll', onScroll, { passive: true });
  /** A finger has nowhere to leave to. */
  document.addEventListener('pointerout', ({ pointerType, relatedTarget, clientY }) => {
    if (pointerType === 'mouse' && relatedTarget === null && clientY <= 0) tell(true);
  });
}
