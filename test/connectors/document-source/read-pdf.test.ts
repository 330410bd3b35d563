import { expect, it } from 'vitest';
import { readPdf } from '../../../connectors/document-source/read-pdf.ts';

/** A PDF of one page, written by hand: lines of text from the top, the gaps between them in points. */
function pdfOf(title: string, lines: readonly string[]): Uint8Array {
  const shown = lines.map((line) => `(${line}) Tj 0 -40 Td`).join(' ');
  const content = `BT /F1 12 Tf 72 720 Td ${shown} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Title (${title}) >>`,
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  text += `xref\n0 ${count}\n0000000000 65535 f \n${table}`;
  const start = text.indexOf('xref\n0');
  text += `trailer\n<< /Size ${count} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}

it('reads the title and the text layer', async () => {
  const { fields, blocks } = await readPdf(pdfOf('Returns', ['Parcels can be sent back within 20 days.']));
  expect(fields).toEqual({ title: 'Returns' });
  const text = blocks.map((block) => (block.kind === 'row' ? '' : block.text)).join(' ');
  expect(text).toContain('Parcels can be sent back within 20 days.');
});

it('leaves the bytes it was given alone', async () => {
  const bytes = pdfOf('Terms', ['Text.']);
  const before = bytes.slice();
  await readPdf(bytes);
  expect(bytes).toEqual(before);
});

it('fails for what is no PDF', async () => {
  await expect(readPdf(new TextEncoder().encode('no PDF at all'))).rejects.toThrow();
});
