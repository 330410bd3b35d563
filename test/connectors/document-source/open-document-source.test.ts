import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDocumentSource } from '../../../connectors/document-source/open-document-source.ts';
import type { DocumentReading } from '../../../src/ports/document-source.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const LIMITS = { maxBytes: 1_000, maxDocuments: 3 };
const signal = new AbortController().signal;

async function read(path: string, limits = LIMITS): Promise<DocumentReading[]> {
  const source = await openDocumentSource(path, limits);
  return await Array.fromAsync(source.read(signal));
}

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(await temporaryDirectory(), 'terms');
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

describe('a folder of documents', () => {
  it('is read in order of path, other files told as left out', async () => {
    const folder = await folderWith({
      'b.md': '# B\n\nText.',
      'a.txt': 'Text.',
      'logo.png': 'x',
      '.hidden.md': 'x',
    });
    const readings = await read(folder);
    expect(
      readings.map((each) => [each.kind, each.kind === 'document' ? each.document.path : each.path]),
    ).toEqual([
      ['document', 'terms/a.txt'],
      ['document', 'terms/b.md'],
      ['skipped', 'terms/logo.png'],
    ]);
  });

  it('names each file that cannot be read, and why', async () => {
    const folder = await folderWith({ 'large.md': 'x'.repeat(1_001), 'good.md': 'Text.' });
    await writeFile(join(folder, 'bytes.txt'), Uint8Array.of(0xff, 0xfe, 0xfd));
    const rejected = (await read(folder)).filter(({ kind }) => kind === 'rejected');
    expect(rejected).toMatchObject([
      { path: 'terms/bytes.txt', reason: expect.stringContaining('cannot be read') },
      { path: 'terms/large.md', reason: expect.stringContaining('1001 bytes') },
    ]);
  });

  it('does not follow links out of it', async () => {
    const folder = await folderWith({ 'good.md': 'Text.' });
    const secret = join(await temporaryDirectory(), 'secret.md');
    await writeFile(secret, 'secret');
    await symlink(secret, join(folder, 'link.md'));
    expect((await read(folder)).find(({ kind }) => kind === 'rejected')).toMatchObject({
      path: 'terms/link.md',
    });
    await expect(read(join(folder, 'link.md'))).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it('is refused when it holds too many', async () => {
    const folder = await folderWith({ 'a.md': 'a', 'b.md': 'b', 'c.md': 'c', 'd.md': 'd' });
    await expect(read(folder)).rejects.toMatchObject({ code: 'DOCUMENTS_REFUSED' });
  });

  it('is refused when it is not there', async () => {
    await expect(read('/nowhere/at/all')).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });
});

it('reads a file by itself under the name of its folder, so that it takes the place of the one imported with it', async () => {
  const folder = await folderWith({ 'a.md': 'a', 'b.md': 'b' });
  expect(await read(join(folder, 'b.md'))).toMatchObject([{ document: { path: 'terms/b.md' } }]);
});
