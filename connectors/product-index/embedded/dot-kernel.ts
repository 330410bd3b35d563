import { AssistantError } from '../../../src/errors/assistant-error.ts';
import { assembleDotKernel } from './dot-kernel-code.ts';

/** Numbers of a row are read sixteen at a time. */
export const STRIDE_STEP = 16;

/** Multiplies rows of small numbers with one query, by the vector instructions of WebAssembly. */
export interface DotKernel {
  /** Numbers of a row, a multiple of {@link STRIDE_STEP}. */
  readonly stride: number;
  /** Rows one call takes at most, a multiple of 32. */
  readonly rowsAtOnce: number;
  /** @param query `stride` numbers; |query| × |row| must be below 2^31 for every row. */
  setQuery(query: Int16Array): void;
  /** @returns A dot product for each row; overwritten by the next call. */
  multiply(rows: Int8Array): Int32Array;
}

/** Rows are copied into the memory of the module in pieces of this size, which stay in a core's cache. */
const PIECE_BYTES = 262_144;
const PAGE_BYTES = 65_536;

/**
 * The rows stay where they are and are copied in piece by piece, at about a tenth of what reading them as float32
 * costs: a module that held them would have to be given memory for each segment, and never gives any back.
 */
export function createDotKernel(stride: number): DotKernel {
  const rowsAtOnce = Math.max(32, Math.floor(PIECE_BYTES / stride / 32) * 32);
  const atRows = 2 * stride;
  const atSums = atRows + rowsAtOnce * stride;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((atSums + 4 * rowsAtOnce) / PAGE_BYTES) });
  const dotProducts = instantiate(memory);
  const query = new Int16Array(memory.buffer, 0, stride);
  const rows = new Int8Array(memory.buffer, atRows, rowsAtOnce * stride);
  const sums = new Int32Array(memory.buffer, atSums, rowsAtOnce);
  return {
    stride,
    rowsAtOnce,
    setQuery(numbers) {
      query.set(numbers);
    },
    multiply(piece) {
      const rowCount = piece.length / stride;
      rows.set(piece);
      if (rowCount > 0) dotProducts(0, atRows, atSums, rowCount, stride);
      return sums.subarray(0, rowCount);
    },
  };
}

function instantiate(memory: WebAssembly.Memory): (...addresses: number[]) => void {
  const module = new WebAssembly.Module(assembleDotKernel());
  const { dotProducts } = new WebAssembly.Instance(module, { host: { memory } }).exports;
  if (typeof dotProducts === 'function') return (...addresses) => void dotProducts(...addresses);
  throw new AssistantError('INTERNAL', 'The module of dot products exports none');
}
