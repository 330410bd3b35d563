import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnosis } from './diagnose.ts';
import { packageRoot } from './package-version.ts';
import { inspectWidgetShelf } from './widget-shelf.ts';

const SUBJECT = 'widget';

/** Whether the widget is built, and which versions are kept for the pages that pinned one. */
export async function diagnoseWidget(
  directory: string,
  widgetDirectory = join(packageRoot(), 'dist', 'widget'),
): Promise<Diagnosis[]> {
  const kept = await inspectWidgetShelf(directory);
  const damaged = kept.filter(({ isWhole }) => !isWhole).map(({ version }) => version);
  const told = kept.map(({ version, servedAt }) => `${version} (${servedAt.slice(0, 10)})`).join(', ');
  return [
    existsSync(join(widgetDirectory, 'widget.js'))
      ? {
          subject: SUBJECT,
          state: 'ok',
          detail: kept.length === 0 ? 'built' : `built; kept versions: ${told}`,
        }
      : { subject: SUBJECT, state: 'fault', detail: 'not built', remedy: 'npm run build:widget' },
    ...(damaged.length === 0
      ? []
      : [
          {
            subject: SUBJECT,
            state: 'remark',
            detail: `kept, but not as published: ${damaged.join(', ')}`,
            remedy: `delete them in ${join(directory, 'widget')}, or bring them back from a copy: pages that pinned one cannot load it`,
          } as const,
        ]),
  ];
}
