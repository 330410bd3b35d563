export const ROOT = '/v1/desk/documents';

/** No document has it as its id: all are paths of two parts or more. */
export const NEW = 'new';

export const addressOf = (documentId: string, part?: string): string =>
  [ROOT, encodeURIComponent(documentId), ...(part === undefined ? [] : [part])].join('/');

export const documentPage = (documentId: string): string =>
  `/desk/documents/${encodeURIComponent(documentId)}`;

/** "Gift wrapping & more" is `desk/gift-wrapping-more`; undefined when there is no letter or digit in it. */
export function idOf(title: string): string | undefined {
  const name = title
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .join('-');
  return name === '' ? undefined : `desk/${name.slice(0, 80)}`;
}
