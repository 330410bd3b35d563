import { circle, type Drawing, ellipse, line, path, rect } from './shapes.ts';

const sneakers: Drawing = ({ main, deep, pale, paper }) =>
  [
    path('M50 160 Q64 128 92 132 L128 152 Q150 186 206 190 Q262 194 270 228 V238 H50 Z', main),
    path('M50 160 Q64 128 92 132 L96 150 Q80 170 84 236 H50 Z', deep),
    path('M206 190 Q262 194 270 228 V238 H222 Q226 208 206 190 Z', pale),
    path('M44 232 H276 Q278 258 262 260 H58 Q42 258 44 232 Z', paper),
    line('M46 244 H274', deep, 3),
    line('M122 156 L104 176 M140 168 L122 188 M160 178 L142 198 M180 184 L164 204', paper, 6),
  ].join('');

const runningShoes: Drawing = ({ main, deep, pale, paper }) =>
  [
    path('M46 150 Q66 124 90 138 Q120 176 196 178 Q266 184 278 222 L276 236 H48 Z', main),
    line('M96 162 L84 232 M122 172 L104 232 M148 178 L126 232', pale, 7),
    path('M46 150 Q66 124 90 138 L98 148 Q62 170 66 236 H48 Z', deep),
    path('M40 228 Q160 246 280 220 Q286 250 262 258 Q160 268 60 262 Q36 256 40 228 Z', paper),
    path('M44 250 Q160 268 280 244 Q276 256 262 258 Q160 268 60 262 Q48 260 44 250 Z', deep),
    line('M130 158 L152 164 M150 164 L172 170', paper, 5),
  ].join('');

const boots: Drawing = ({ main, deep, pale, dark }) =>
  [
    path('M96 58 H174 L176 168 Q184 190 220 200 Q254 208 254 240 H92 Z', main),
    path('M96 58 H174 L174 76 H96 Z', deep),
    path('M88 236 H258 V254 H200 L196 246 H136 L134 262 H88 Z', dark),
    line('M128 80 Q118 140 126 196', deep, 3),
    line('M100 58 q-8 -14 6 -16', deep, 4),
    line('M186 190 Q200 214 196 236', pale, 3),
  ].join('');

const hikingBoots: Drawing = ({ main, deep, pale, dark, metal }) =>
  [
    path('M86 94 Q128 80 164 96 L170 150 Q188 178 228 186 Q262 196 262 232 H82 Z', main),
    path('M84 94 Q124 76 166 96 L166 112 Q124 94 85 112 Z', deep),
    path('M228 186 Q262 196 262 232 H214 Q218 204 228 186 Z', deep),
    path(
      'M76 228 H268 V246 L260 260 L244 250 L228 260 L212 250 L196 260 L180 250 L164 260 L148 250 L132 260 L116 250 L100 260 L80 252 Z',
      dark,
    ),
    [
      [152, 122],
      [158, 142],
      [170, 160],
      [186, 174],
    ]
      .map(([x = 0, y = 0]) => circle(x, y, 5, metal))
      .join(''),
    line('M128 132 L152 122 M132 152 L158 142 M142 172 L170 160 M158 188 L186 174', pale, 5),
  ].join('');

const sandals: Drawing = ({ main, deep, pale, metal }) => {
  const sole = [
    path(
      'M98 92 Q104 60 128 62 Q154 66 150 116 Q146 160 150 200 Q152 252 124 254 Q96 252 98 202 Q102 150 98 92 Z',
      deep,
    ),
    path(
      'M106 94 Q110 70 127 72 Q144 76 142 116 Q138 160 142 202 Q142 242 124 244 Q106 242 106 202 Q110 150 106 94 Z',
      pale,
    ),
    path('M92 96 Q124 82 156 100 L155 122 Q124 106 94 120 Z', main),
    path('M94 180 Q124 166 154 180 L155 202 Q124 188 93 202 Z', main),
    rect(138, 96, 14, 14, 3, metal),
  ].join('');
  return `<g transform="translate(-18 0)">${sole}</g><g transform="translate(338 0) scale(-1 1)">${sole}</g>`;
};

const slippers: Drawing = ({ main, deep, pale, paper }) => {
  const slipper = [
    path('M52 196 Q70 176 120 188 L150 190 Q230 150 262 190 Q274 214 262 232 H60 Q44 226 52 196 Z', deep),
    path('M142 190 Q224 138 262 188 Q274 214 262 230 H150 Q132 212 142 190 Z', main),
    path('M142 190 Q152 212 150 230 H136 Q126 210 142 190 Z', pale),
    rect(50, 226, 216, 12, 6, paper),
  ].join('');
  return `<g transform="translate(30 -46) scale(.9)">${slipper}</g><g transform="translate(-6 22)">${slipper}</g>`;
};

const backpack: Drawing = ({ main, deep, pale, metal }) =>
  [
    line('M132 68 Q132 42 160 42 Q188 42 188 68', deep, 9),
    path('M88 130 Q62 138 66 190 V236 Q70 246 90 244 Z', deep),
    path('M232 130 Q258 138 254 190 V236 Q250 246 230 244 Z', deep),
    path('M92 116 Q96 64 160 62 Q224 64 228 116 L234 240 Q232 260 212 260 H108 Q88 260 86 240 Z', main),
    path('M92 118 Q96 64 160 62 Q224 64 228 118 Q160 146 92 118 Z', deep),
    rect(112, 168, 96, 70, 14, pale),
    line('M120 188 H200', deep, 4),
    rect(152, 116, 16, 34, 4, metal),
  ].join('');

const handbag: Drawing = ({ main, deep, pale, metal }) =>
  [
    line('M110 140 Q112 58 160 58 Q208 58 210 140', deep, 10),
    path('M74 132 H246 L262 244 Q262 258 246 258 H74 Q58 258 58 244 Z', main),
    path('M74 132 H246 L250 164 Q160 214 70 164 Z', deep),
    rect(146, 176, 28, 24, 6, metal),
    line('M70 242 H250', pale, 2.5),
  ].join('');

const suitcase: Drawing = ({ main, deep, pale, dark, metal }) =>
  [
    line('M132 84 V40 H188 V84', metal, 8),
    rect(86, 78, 148, 170, 20, main),
    line('M112 92 V234 M136 92 V234 M160 92 V234 M184 92 V234 M208 92 V234', deep, 4),
    rect(86, 150, 148, 10, 0, deep),
    rect(146, 144, 28, 22, 5, metal),
    line('M98 92 V130', pale, 4),
    circle(108, 254, 10, dark),
    circle(212, 254, 10, dark),
  ].join('');

const wallet: Drawing = ({ main, deep, pale, paper, metal }) =>
  [
    rect(84, 84, 130, 50, 8, paper),
    rect(96, 76, 130, 50, 8, pale),
    path('M58 112 Q58 98 74 98 H240 Q258 98 258 114 V228 Q258 242 242 242 H74 Q58 242 58 228 Z', main),
    path('M258 146 H206 Q188 148 188 168 Q188 190 206 192 H258 Z', deep),
    circle(212, 169, 8, metal),
    line('M70 110 H246 M70 230 H246', deep, 2.5),
  ].join('');

const belt: Drawing = ({ main, deep, pale, metal }) =>
  [
    `<ellipse cx="160" cy="164" rx="86" ry="70" fill="none" stroke="${main}" stroke-width="34"/>`,
    `<ellipse cx="160" cy="164" rx="100" ry="84" fill="none" stroke="${deep}" stroke-width="2.5"/>`,
    `<ellipse cx="160" cy="164" rx="72" ry="56" fill="none" stroke="${deep}" stroke-width="2.5"/>`,
    line('M196 238 L262 214', main, 32),
    [
      [212, 232],
      [228, 226],
      [244, 221],
    ]
      .map(([x = 0, y = 0]) => ellipse(x, y, 3.5, 3.5, deep))
      .join(''),
    `<rect x="130" y="210" width="52" height="48" rx="8" fill="none" stroke="${metal}" stroke-width="9"/>`,
    line('M134 234 H176', metal, 6),
    line('M90 120 Q110 92 146 84', pale, 3),
  ].join('');

export const SHOES_AND_BAGS: Readonly<Record<string, Drawing>> = {
  sneakers,
  'running-shoes': runningShoes,
  boots,
  'hiking-boots': hikingBoots,
  sandals,
  slippers,
  backpack,
  handbag,
  suitcase,
  wallet,
  belt,
};
