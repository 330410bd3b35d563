/** The colours a drawing is made of. `main` may be a pattern; the others are plain. */
export interface Ink {
  /** The product's colour, or its pattern. */
  readonly main: string;
  /** A deeper shade of it: edges, insides, soles. */
  readonly deep: string;
  /** A paler tint of it: highlights, linings. */
  readonly pale: string;
  /** Off-white, for paper, dials, laces. */
  readonly paper: string;
  /** Near-black, for screens, cables, tyres. */
  readonly dark: string;
  /** Metal. */
  readonly metal: string;
}

/** Draws one kind of thing on a canvas of 320 × 320, standing on y = 262. `attributeOf` tells what else the product is. */
export type Drawing = (ink: Ink, attributeOf: (attribute: string) => string | undefined) => string;

export const path = (data: string, fill: string): string => `<path d="${data}" fill="${fill}"/>`;

export const line = (data: string, stroke: string, width: number): string =>
  `<path d="${data}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
  fill: string,
): string => `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;

export const circle = (x: number, y: number, radius: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;

export const ellipse = (x: number, y: number, radiusX: number, radiusY: number, fill: string): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${radiusX}" ry="${radiusY}" fill="${fill}"/>`;

/** The drawing again, moved and scaled: `place(150, 0, 1, shoe)` sets a second shoe beside the first. */
export const place = (x: number, y: number, scale: number, content: string): string =>
  `<g transform="translate(${x} ${y}) scale(${scale})">${content}</g>`;

/** The drawing mirrored left to right. */
export const mirror = (content: string): string =>
  `<g transform="translate(320 0) scale(-1 1)">${content}</g>`;
