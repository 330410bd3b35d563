/** A picture as it is sent with a message. */
export interface SentPicture {
  readonly mediaType: 'image/jpeg';
  readonly base64: string;
}

export type Shrunk =
  | { readonly kind: 'ready'; readonly picture: SentPicture; readonly canvas: HTMLCanvasElement }
  | { readonly kind: 'failed'; readonly fault: 'tooLarge' | 'unreadable' };

/** Bytes of a file that is read at all. */
const LARGEST_FILE = 40_000_000;
/** Pixels of the longer side. */
const LONGEST_SIDE = 1_024;
const QUALITY = 0.85;

/**
 * Draws a picture anew, at most 1,024 pixels long and as JPEG: nothing of the file but what is seen in it is left, neither where nor by
 * what it was taken. What is transparent becomes white.
 */
export async function shrinkPicture(file: Blob): Promise<Shrunk> {
  if (file.size > LARGEST_FILE) return { kind: 'failed', fault: 'tooLarge' };
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const context = canvas.getContext('2d');
    if (context === null) return { kind: 'failed', fault: 'unreadable' };
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const [, base64 = ''] = canvas.toDataURL('image/jpeg', QUALITY).split(',');
    return { kind: 'ready', picture: { mediaType: 'image/jpeg', base64 }, canvas };
  } catch {
    return { kind: 'failed', fault: 'unreadable' };
  }
}
