import { join } from 'node:path';
import { takeApart } from '../../connectors/product-index/embedded/image-parts.ts';
import { loadImage, readImageKey } from '../../connectors/product-index/embedded/load-image.ts';
import { saveImage } from '../../connectors/product-index/embedded/save-image.ts';
import { isAssistantError } from '../errors/assistant-error.ts';
import { codeFingerprint } from './code-fingerprint.ts';
import type { ShopImage } from './shop-image.ts';

/** Below the data directory; can be deleted at any time. */
export const imageFile = (directory: string): string => join(directory, 'index', 'shop.image');

/** Where an image is kept, and what it belongs to besides the model of its vectors. */
export interface ImagePlace {
  readonly directory: string;
  /** Of the catalogue it was made of. */
  readonly catalogueHash: string;
  /** Fingerprint of the code that made it. */
  readonly code: string;
  readonly note: (text: string) => void;
}

const imageKey = ({ catalogueHash, code }: ImagePlace, vectorsName: string): string =>
  JSON.stringify({ catalogue: catalogueHash, code, vectors: vectorsName });

/** Saves an image; what stands in the way is noted, for the next start can build it again. */
export async function keepImage(place: ImagePlace, image: ShopImage): Promise<void> {
  try {
    await saveImage(imageFile(place.directory), imageKey(place, image.vectorsName), takeApart(image));
  } catch (error) {
    if (!isAssistantError(error)) throw error;
    place.note(`${error.message}; every start builds it again until then`);
  }
}

/** Whether what is saved is of the catalogue and of the code. Reads its beginning only: damage further on shows at a start. */
export async function inspectImage(
  directory: string,
  catalogueHash: string,
): Promise<'absent' | 'fitting' | 'outdated' | 'damaged'> {
  try {
    const key = await readImageKey(imageFile(directory));
    if (key === undefined) return 'absent';
    const { catalogue, code } = key === '' ? {} : (JSON.parse(key) as Record<string, unknown>);
    return catalogue === catalogueHash && code === codeFingerprint() ? 'fitting' : 'outdated';
  } catch (error) {
    if (!isAssistantError(error)) throw error;
    return 'damaged';
  }
}

/** The kept image that fits; undefined, with a note when there was one, if it has to be built. */
export async function keptImage(place: ImagePlace, vectorsName: string): Promise<ShopImage | undefined> {
  try {
    const loaded = await loadImage(imageFile(place.directory), imageKey(place, vectorsName));
    // The key stands for the shape: the same code wrote it.
    if (loaded.kind === 'loaded') return loaded.value as ShopImage;
    if (loaded.kind === 'other')
      place.note('The saved index is of another catalogue, version or model; building it again');
  } catch (error) {
    if (!isAssistantError(error)) throw error;
    place.note(`${error.message}; building it again`);
  }
  return undefined;
}
