import type { ImportProgress } from '../catalog/publish-catalogue.ts';
import type { CommandContext } from './program.ts';

const BAR_WIDTH = 24;
const REDRAW_MS = 100;

/**
 * A bar on standard error while a feed is read: share of bytes, rows, speed. On a pipe nothing is drawn: logs would
 * fill with it.
 */
export function createProgressBar({ stderr, clock }: Pick<CommandContext, 'stderr' | 'clock'>): {
  draw(progress: ImportProgress): void;
  done(): void;
} {
  if (stderr.isTTY !== true) return { draw: () => {}, done: () => {} };
  const startedMs = clock();
  let drawnMs = 0;
  return {
    draw({ products, rejected, readBytes, totalBytes }) {
      const nowMs = clock();
      if (nowMs - drawnMs < REDRAW_MS) return;
      drawnMs = nowMs;
      const share =
        totalBytes === undefined || totalBytes === 0 ? undefined : Math.min(1, readBytes / totalBytes);
      const filled = Math.round((share ?? 0) * BAR_WIDTH);
      const bar =
        share === undefined
          ? ''
          : `[${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}] ${String(Math.round(share * 100)).padStart(3)} % `;
      const perSecond = Math.round(products / Math.max(0.001, (nowMs - startedMs) / 1_000));
      stderr.write(`\r${bar}${products} products, ${rejected} rejected, ${perSecond}/s\u001B[K`);
    },
    done: () => void stderr.write('\r\u001B[K'),
  };
}
