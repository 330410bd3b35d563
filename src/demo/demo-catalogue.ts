import type { Product } from '../domain/product.ts';
import { createRandom } from '../domain/random.ts';
import type { CatalogueSource } from '../ports/catalogue-source.ts';
import { DEPARTMENTS } from './departments/index.ts';
import { assertDepartment, designProduct, pickSome } from './design-product.ts';
import { makeProduct } from './make-product.ts';
import { MODEL_NAMES } from './vocabulary.ts';

export interface DemoCatalogueOptions {
  /** The same seed and time give the same bytes. */
  readonly seed?: number;
  /** Sales and listing dates lie around it, epoch milliseconds. */
  readonly nowMs: number;
}

const DEFAULT_SEED = 20_260_101;
const DEFAULT_COUNT = 10;

/** All products of the demo shop, department by department. */
export function* demoProducts({ seed = DEFAULT_SEED, nowMs }: DemoCatalogueOptions): Generator<Product> {
  const nextGtin = createGtins();
  for (const department of DEPARTMENTS) {
    assertDepartment(department);
    for (const type of department.types) {
      // One stream of chance per type: adding a type changes no other one's products.
      const random = createRandom(seed ^ hashText(type.id));
      const count = type.count ?? DEFAULT_COUNT;
      for (const model of pickSome(MODEL_NAMES, count, random)) {
        yield makeProduct(designProduct(department, type, model, random), nowMs, nextGtin, random);
      }
    }
  }
}

/** The demo shop as a feed. Generation takes a fraction of a second; nothing is read from disk or network. */
export function demoCatalogueSource(options: DemoCatalogueOptions): CatalogueSource {
  let readBytes = 0;
  return {
    format: 'demo',
    async *read(signal) {
      let line = 0;
      for (const product of demoProducts(options)) {
        signal.throwIfAborted();
        line += 1;
        readBytes += product.texts.en?.description.length ?? 0;
        yield { kind: 'product', value: { product, line } };
      }
    },
    progress: () => ({ readBytes }),
  };
}

/** FNV-1a, 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}

/** GTIN-13 numbers of the range that GS1 reserves for use inside a shop (prefix 20), with their check digit. */
function createGtins(): () => string {
  let count = 0;
  return () => {
    count += 1;
    const digits = `20${String(count).padStart(10, '0')}`;
    const sum = [...digits].reduce(
      (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
      0,
    );
    return `${digits}${(10 - (sum % 10)) % 10}`;
  };
}
