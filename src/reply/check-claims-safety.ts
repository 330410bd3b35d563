import type { RemovalReason } from './check-claims-rules.ts';

/** Addresses in any form: Markdown targets, schemes, hosts, paths, mailboxes, percent-encoding. */
const LINK = [
  /\]\s*\(|\]\s*:|!\s*\[/,
  /\/\/|\\\\|%[0-9a-f]{2}|@\p{L}/iu,
  /(?<!\p{L})(?:www|javascript|vbscript|data|mailto|https?|ftp|tel|blob|file)(?!\p{L})\s*[.:]/iu,
  /(?<!\p{L})[a-z][a-z0-9+.-]{1,15}:(?=[^\s"'”*_])/iu,
  /[\p{L}\p{N}-]{2,}\.\p{L}{2,24}(?!\p{L})|(?<![\p{L}\p{N}])[\p{L}\p{N}]\.\p{L}{2,}\/|\/\p{L}+\//u,
];
const MARKUP = [
  /<\s*[a-z!/?]|&(?:#|[a-z]{2,8};)|```|\{\{|\{%/i,
  /\bon[a-z]{3,12}\s*=|\bexpression\s*\(|\burl\s*\(/i,
];

/**
 * What never leaves, whatever the plan says: names of products and sentences of the template do not excuse it, because
 * a feed is written by others too.
 */
export function breaksSafety(text: string): RemovalReason | undefined {
  if (MARKUP.some((pattern) => pattern.test(text))) return 'markup';
  return LINK.some((pattern) => pattern.test(text)) ? 'link' : undefined;
}
