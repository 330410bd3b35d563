import { circle, type Drawing, ellipse, line, path, rect } from './shapes.ts';

const GLOW = '#fff3c9';

const tableLamp: Drawing = ({ main, deep, pale }) =>
  [
    ellipse(160, 160, 104, 84, `${GLOW}80`),
    path('M122 70 H198 L232 158 H88 Z', main),
    line('M90 158 H230', pale, 5),
    rect(154, 158, 12, 30, 0, deep),
    path('M160 178 Q208 190 202 224 Q196 246 180 248 H140 Q124 246 118 224 Q112 190 160 178 Z', deep),
    rect(116, 246, 88, 14, 6, deep),
    line('M132 212 Q132 200 144 194', pale, 4),
  ].join('');

const floorLamp: Drawing = ({ main, deep, metal }) =>
  [
    ellipse(160, 110, 92, 62, `${GLOW}80`),
    path('M124 44 H196 L220 112 H100 Z', main),
    line('M102 112 H218', deep, 4),
    line('M160 114 V250', metal, 7),
    rect(154, 108, 12, 16, 2, deep),
    ellipse(160, 254, 46, 9, deep),
  ].join('');

const pendantLamp: Drawing = ({ main, deep, pale, dark }) =>
  [
    line('M160 0 V92', dark, 3),
    path('M64 200 L256 200 L230 262 H90 Z', `${GLOW}66`),
    rect(146, 84, 28, 22, 4, deep),
    path('M72 196 Q78 104 160 102 Q242 104 248 196 Z', main),
    ellipse(160, 196, 88, 14, deep),
    circle(160, 202, 18, GLOW),
    line('M96 168 Q104 128 140 116', pale, 4),
  ].join('');

const vase: Drawing = ({ main, deep, pale }) =>
  [
    line('M160 110 Q150 70 120 44 M162 108 Q168 70 200 50 M160 108 V36', '#7d9270', 4),
    ellipse(114, 42, 14, 9, '#8fa582'),
    ellipse(206, 46, 14, 9, '#8fa582'),
    circle(160, 36, 13, '#e6c9b8'),
    circle(160, 36, 5, '#c98f77'),
    path(
      'M134 108 H186 Q182 138 204 166 Q226 200 198 244 Q194 258 180 258 H140 Q126 258 122 244 Q94 200 116 166 Q138 138 134 108 Z',
      main,
    ),
    ellipse(160, 108, 26, 7, deep),
    line('M120 194 Q118 176 132 160', pale, 5),
  ].join('');

const candle: Drawing = ({ main, deep, pale, paper }) =>
  [
    path('M160 56 Q182 88 160 106 Q138 88 160 56 Z', '#f2b84b'),
    path('M160 78 Q169 92 160 103 Q151 92 160 78 Z', GLOW),
    line('M160 104 V124', '#4a4038', 3),
    rect(102, 120, 116, 140, 14, '#ffffff99'),
    path('M108 140 H212 V240 Q212 254 198 254 H122 Q108 254 108 240 Z', main),
    ellipse(160, 140, 52, 10, pale),
    rect(124, 172, 72, 50, 4, paper),
    line('M136 188 H184 M144 202 H176', deep, 3),
  ].join('');

const mirror: Drawing = ({ main, deep }, attributeOf) => {
  const shape = MIRROR_SHAPES[attributeOf('shape') ?? ''] ?? ([84, 104, 84] as const);
  const [halfWidth, halfHeight, radius] = shape;
  const frame = (inset: number, fill: string) =>
    rect(
      160 - halfWidth + inset,
      158 - halfHeight + inset,
      2 * (halfWidth - inset),
      2 * (halfHeight - inset),
      Math.max(4, radius - inset),
      fill,
    );
  return [
    frame(0, deep),
    frame(3, main),
    frame(13, '#dfe8ea'),
    path('M118 184 L172 90 L194 98 L134 206 Z', '#ffffff99'),
    path('M152 212 L204 124 L211 134 L164 218 Z', '#ffffff77'),
  ].join('');
};

/** Half width, half height and corner radius. */
const MIRROR_SHAPES: Readonly<Record<string, readonly [number, number, number]>> = {
  round: [98, 98, 98],
  rectangular: [74, 104, 8],
  oval: [74, 104, 74],
};

const wallClock: Drawing = ({ main, deep, paper, dark }) =>
  [
    circle(160, 160, 102, main),
    circle(160, 160, 88, paper),
    line('M160 82 V94 M160 226 V238 M82 160 H94 M226 160 H238', dark, 5),
    line(
      'M121 92 l4 8 M195 220 l4 8 M228 121 l-8 4 M100 195 l-8 4 M199 92 l-4 8 M125 220 l-4 8 M92 121 l8 4 M220 195 l8 4',
      deep,
      3,
    ),
    line('M160 160 L124 128', dark, 7),
    line('M160 160 L206 116', dark, 5),
    circle(160, 160, 7, deep),
  ].join('');

const cushion: Drawing = ({ main, deep, pale }) =>
  [
    path('M66 82 Q160 104 254 82 Q236 160 254 242 Q160 222 66 242 Q84 160 66 82 Z', main),
    line('M66 82 Q160 104 254 82 Q236 160 254 242 Q160 222 66 242 Q84 160 66 82 Z', deep, 4),
    line('M92 112 Q104 138 102 160 M228 112 Q218 134 218 152', pale, 3),
  ].join('');

const blanket: Drawing = ({ main, deep, pale }) =>
  [
    path('M72 120 Q76 100 96 100 H224 Q246 100 248 120 V166 H72 Z', main),
    path('M66 160 H254 V206 H66 Z', deep),
    path('M66 152 Q66 144 76 144 H244 Q254 144 254 152 V196 H66 Z', main),
    path('M60 196 Q60 188 70 188 H250 Q260 188 260 196 V240 H60 Z', main),
    line('M72 144 H248 M66 188 H254', deep, 3),
    line(
      'M70 240 v14 M90 240 v14 M110 240 v14 M130 240 v14 M150 240 v14 M170 240 v14 M190 240 v14 M210 240 v14 M230 240 v14 M250 240 v14',
      deep,
      4,
    ),
    line('M84 206 H150', pale, 3),
  ].join('');

const bedLinen: Drawing = ({ main, deep, pale, paper }) =>
  [
    rect(44, 92, 232, 84, 10, '#b49a7c'),
    rect(52, 150, 216, 88, 8, paper),
    rect(66, 126, 86, 46, 18, pale),
    rect(168, 126, 86, 46, 18, pale),
    path('M48 172 Q160 156 272 172 V240 Q160 250 48 240 Z', main),
    path('M48 172 Q160 156 272 172 V194 Q160 178 48 194 Z', deep),
    rect(56, 240, 14, 20, 2, '#8a735a'),
    rect(250, 240, 14, 20, 2, '#8a735a'),
  ].join('');

const towel: Drawing = ({ main, deep, pale, metal }) =>
  [
    line('M52 84 H268', metal, 9),
    circle(52, 84, 9, metal),
    circle(268, 84, 9, metal),
    path('M96 78 H212 V206 H96 Z', deep),
    path('M84 78 H224 V244 H84 Z', main),
    line('M84 214 H224 M84 224 H224', pale, 4),
    line(
      'M90 244 v8 M106 244 v8 M122 244 v8 M138 244 v8 M154 244 v8 M170 244 v8 M186 244 v8 M202 244 v8 M218 244 v8',
      deep,
      3,
    ),
  ].join('');

const rug: Drawing = ({ main, deep, pale }) =>
  [
    path('M78 116 H242 L276 232 H44 Z', main),
    path('M92 130 H228 L252 218 H68 Z', deep),
    path('M104 140 H216 L234 208 H86 Z', main),
    path('M160 148 L204 174 L160 202 L116 174 Z', pale),
    line(
      'M80 116 v-10 M104 116 v-10 M128 116 v-10 M152 116 v-10 M176 116 v-10 M200 116 v-10 M224 116 v-10 M240 116 v-10',
      deep,
      3,
    ),
    line(
      'M48 232 v12 M80 232 v12 M112 232 v12 M144 232 v12 M176 232 v12 M208 232 v12 M240 232 v12 M272 232 v12',
      deep,
      3,
    ),
  ].join('');

const chair: Drawing = ({ main, deep, pale }) =>
  [
    line('M108 172 L96 260 M212 172 L224 260 M124 176 L120 240 M196 176 L200 240', deep, 9),
    path('M104 62 Q160 50 216 62 L210 120 Q160 108 110 120 Z', main),
    line('M112 118 L112 170 M208 118 L208 170', deep, 9),
    path('M92 158 H228 L236 182 H84 Z', main),
    line('M90 182 H232', deep, 4),
    line('M120 72 Q150 64 176 66', pale, 4),
  ].join('');

const bookshelf: Drawing = ({ main, deep, paper }) =>
  [
    rect(84, 44, 152, 218, 6, deep),
    rect(94, 54, 132, 58, 0, paper),
    rect(94, 120, 132, 58, 0, paper),
    rect(94, 186, 132, 66, 0, paper),
    rect(100, 66, 12, 46, 1, '#a65a4c'),
    rect(114, 72, 10, 40, 1, '#5f7d8c'),
    rect(126, 62, 14, 50, 1, '#c9a24b'),
    path('M146 112 L160 70 L170 74 L158 112 Z', '#7d9270'),
    circle(198, 100, 12, '#d3b8a0'),
    rect(166, 130, 12, 48, 1, '#7d9270'),
    rect(180, 136, 14, 42, 1, '#5f7d8c'),
    rect(196, 128, 10, 50, 1, '#a65a4c'),
    rect(104, 152, 40, 26, 3, main),
    rect(104, 212, 30, 40, 1, '#c9a24b'),
    rect(150, 220, 60, 32, 4, main),
  ].join('');

export const HOME: Readonly<Record<string, Drawing>> = {
  'table-lamp': tableLamp,
  'floor-lamp': floorLamp,
  'pendant-lamp': pendantLamp,
  vase,
  candle,
  mirror,
  'wall-clock': wallClock,
  cushion,
  blanket,
  'bed-linen': bedLinen,
  towel,
  rug,
  chair,
  bookshelf,
};
