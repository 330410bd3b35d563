/** By file name: the hash of a chunk and the other chunks that it imports. */
export type ChunkTable = Readonly<Record<string, readonly [hash: string, ...imports: string[]]>>;

/** Holds, as its default export, the table of what no first message waits for. Made when the widget is published. */
export const FURTHER_PARTS = './further-parts.js';
