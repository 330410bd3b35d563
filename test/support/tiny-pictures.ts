/** One grey pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

/** The smallest files that begin as their types do; the PNG is a whole picture. */
export const TINY_PICTURES = {
  png: { mediaType: 'image/png', base64: PNG },
  jpeg: {
    mediaType: 'image/jpeg',
    base64: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]).toString('base64'),
  },
  webp: {
    mediaType: 'image/webp',
    base64: Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1').toString('base64'),
  },
} as const;
