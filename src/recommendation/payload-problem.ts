/** What one event may hold at most; characters and keys are counted over the whole of it. */
const PAYLOAD_LIMITS = {
  depth: 8,
  nodes: 2_000,
  keysPerObject: 200,
  characters: 32_768,
} as const;

const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Looks at a decoded JSON value before any schema walks it.
 *
 * @returns One sentence that says what to change, or undefined when the value may be read.
 */
export function payloadProblem(value: unknown): string | undefined {
  let nodes = 0;
  let characters = 0;
  const visit = (node: unknown, depth: number): string | undefined => {
    nodes += 1;
    if (nodes > PAYLOAD_LIMITS.nodes) return `An event may hold at most ${PAYLOAD_LIMITS.nodes} values`;
    if (typeof node === 'string') characters += node.length;
    if (characters > PAYLOAD_LIMITS.characters) {
      return `An event may hold at most ${PAYLOAD_LIMITS.characters} characters`;
    }
    if (typeof node !== 'object' || node === null) return undefined;
    if (depth === PAYLOAD_LIMITS.depth)
      return `An event may be nested at most ${PAYLOAD_LIMITS.depth} levels deep`;
    const keys = Array.isArray(node) ? [] : Object.keys(node);
    if (keys.length > PAYLOAD_LIMITS.keysPerObject) {
      return `An object may hold at most ${PAYLOAD_LIMITS.keysPerObject} properties`;
    }
    if (keys.some((key) => PROTOTYPE_KEYS.has(key))) return 'A property name is not allowed';
    characters += keys.reduce((sum, key) => sum + key.length, 0);
    for (const child of Object.values(node)) {
      const problem = visit(child, depth + 1);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
  return visit(value, 0);
}
