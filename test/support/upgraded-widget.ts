import { createHash } from 'node:crypto';
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { temporaryDirectory } from './temporary-directory.ts';

const LATER_VERSION = 'feedfacefeed';

export interface BuiltWidget {
  readonly directory: string;
  readonly version: string;
  /** Of its loader. */
  readonly integrity: string;
}

export function builtWidget(directory: string): BuiltWidget {
  const { version, integrity } = JSON.parse(readFileSync(join(directory, 'widget.json'), 'utf8'));
  return { directory, version, integrity };
}

/** The next build of a widget: the same parts at another address, led to by another loader. */
export function upgradedWidget({ directory, version }: BuiltWidget): BuiltWidget {
  const later = temporaryDirectory();
  cpSync(directory, later, { recursive: true });
  renameSync(join(later, 'widget', version), join(later, 'widget', LATER_VERSION));
  const loader = readFileSync(join(later, 'widget.js'), 'utf8').replaceAll(version, LATER_VERSION);
  const integrity = `sha384-${createHash('sha384').update(loader).digest('base64')}`;
  for (const file of ['widget.js', `widget/${LATER_VERSION}/widget.js`]) {
    writeFileSync(join(later, file), loader);
    writeFileSync(join(later, `${file}.gz`), gzipSync(loader));
    rmSync(join(later, `${file}.br`));
  }
  writeFileSync(join(later, 'widget.json'), JSON.stringify({ version: LATER_VERSION, integrity, files: {} }));
  return { directory: later, version: LATER_VERSION, integrity };
}
