import { circle, type Drawing, ellipse, line, mirror, path, rect } from './shapes.ts';

const scarf: Drawing = ({ main, deep, pale }) =>
  [
    path('M136 120 L178 128 L196 250 L150 254 Z', main),
    path('M150 254 L196 250', deep),
    line('M154 254 l2 12 M164 253 l2 12 M174 252 l2 12 M184 251 l2 12 M193 250 l2 12', deep, 3),
    path('M150 126 L108 122 L96 226 L138 232 Z', main),
    line('M99 227 l-1 12 M109 229 l-1 12 M119 230 l-1 12 M129 231 l-1 12', deep, 3),
    path('M150 126 L108 122 L105 146 L150 152 Z', deep),
    path('M88 96 Q160 52 232 96 Q240 130 206 142 Q160 156 114 142 Q80 130 88 96 Z', main),
    path('M112 94 Q160 72 208 94 Q160 114 112 94 Z', deep),
    line('M104 124 Q160 148 216 122', pale, 3),
  ].join('');

const beanie: Drawing = ({ main, deep, pale }) =>
  [
    circle(160, 74, 22, pale),
    path('M82 206 Q80 88 160 86 Q240 88 238 206 Z', main),
    line('M124 100 Q112 150 114 204 M160 92 V204 M196 100 Q208 150 206 204', deep, 2),
    rect(74, 196, 172, 46, 14, deep),
    line(
      'M94 202 v34 M116 202 v34 M138 202 v34 M160 202 v34 M182 202 v34 M204 202 v34 M226 202 v34',
      pale,
      2,
    ),
  ].join('');

const glove = (main: string, deep: string, pale: string): string =>
  [
    path(
      'M84 250 V186 Q58 168 62 146 Q72 138 88 158 L92 104 Q100 92 108 104 L110 92 Q118 80 126 92 L128 100 Q137 90 143 102 L144 114 Q152 106 157 118 L156 200 Q154 222 150 250 Z',
      main,
    ),
    line('M108 106 L108 150 M126 96 L126 150 M143 110 L142 154', deep, 2.5),
    rect(80, 232, 76, 28, 8, deep),
    line('M88 246 H148', pale, 2),
  ].join('');

const gloves: Drawing = ({ main, deep, pale }) =>
  `${glove(main, deep, pale)}${mirror(glove(main, deep, pale))}`;

const sock = (main: string, deep: string, pale: string): string =>
  [
    path('M96 78 H146 V178 Q148 190 160 196 Q196 214 190 232 Q184 246 156 246 H120 Q96 244 96 216 Z', main),
    rect(92, 70, 58, 26, 8, deep),
    path('M96 206 Q112 226 128 246 H120 Q96 244 96 216 Z', deep),
    path('M168 201 Q196 214 190 232 Q186 243 170 246 Q156 224 168 201 Z', deep),
    line('M100 83 H142', pale, 2),
  ].join('');

const socks: Drawing = ({ main, deep, pale }) =>
  `<g transform="translate(60 -6)">${sock(deep, deep, pale)}</g><g transform="translate(-14 8)">${sock(main, deep, pale)}</g>`;

const SLEEVED =
  'M118 76 L70 96 L42 206 L76 218 L96 150 V252 H224 V150 L244 218 L278 206 L250 96 L202 76 Q160 102 118 76 Z';

const sweater: Drawing = ({ main, deep, pale }) =>
  [
    path(SLEEVED, main),
    path('M118 76 Q160 108 202 76 L194 70 Q160 92 126 70 Z', deep),
    rect(96, 238, 128, 18, 6, deep),
    line('M48 202 L76 211 M272 202 L244 211', deep, 12),
    line('M96 152 L104 118 M224 152 L216 118', deep, 2.5),
    line('M110 247 h100', pale, 2),
  ].join('');

const tShirt: Drawing = ({ main, deep }) =>
  [
    path(
      'M120 80 L66 104 L48 158 L86 172 L98 150 V252 H222 V150 L234 172 L272 158 L254 104 L200 80 Q160 112 120 80 Z',
      main,
    ),
    path('M120 80 Q160 118 200 80 L192 76 Q160 102 128 76 Z', deep),
    line('M98 152 L104 122 M222 152 L216 122 M102 246 H218', deep, 2.5),
  ].join('');

const shirt: Drawing = ({ main, deep, pale, paper }) =>
  [
    path(SLEEVED, main),
    path('M126 72 L160 116 L140 128 L112 82 Z', pale),
    path('M194 72 L160 116 L180 128 L208 82 Z', pale),
    line('M160 116 V252', deep, 2.5),
    [138, 164, 190, 216, 240].map((y) => circle(166, y, 3.5, paper)).join(''),
    rect(178, 148, 32, 34, 4, pale),
    line('M48 202 L76 211 M272 202 L244 211', pale, 8),
  ].join('');

const dress: Drawing = ({ main, deep, pale }) =>
  [
    path(
      'M124 62 L132 62 Q160 92 188 62 L196 62 L212 112 L192 124 L190 150 Q226 200 240 258 Q160 276 80 258 Q94 200 130 150 L128 124 L108 112 Z',
      main,
    ),
    path('M129 146 H191 L193 160 H127 Z', deep),
    line('M142 164 Q124 210 116 260 M178 164 Q196 210 204 260 M160 164 V264', deep, 2),
    path('M132 62 Q160 96 188 62 L182 62 Q160 84 138 62 Z', pale),
  ].join('');

const jeans: Drawing = ({ main, deep, pale, metal }) =>
  [
    path('M104 60 H216 L232 262 H178 L160 128 L142 262 H88 Z', main),
    rect(102, 58, 116, 18, 4, deep),
    circle(160, 67, 4, metal),
    line('M160 76 V120 M106 86 Q126 100 134 78 M214 86 Q194 100 186 78', pale, 2.5),
    line('M92 250 H142 M178 250 H230', pale, 3),
  ].join('');

const leggings: Drawing = ({ main, deep, pale }) =>
  [
    path('M112 58 H208 L214 150 L204 264 H176 L164 132 L156 132 L144 264 H116 L106 150 Z', main),
    rect(110, 56, 100, 26, 6, deep),
    line('M118 104 L112 156 L124 258 M202 104 L208 156 L196 258', pale, 3),
  ].join('');

const winterJacket: Drawing = ({ main, deep, pale, metal }) =>
  [
    path('M118 70 L70 92 L42 214 L80 224 L96 160 V256 H224 V160 L240 224 L278 214 L250 92 L202 70 Z', main),
    path('M118 76 Q112 50 136 48 H184 Q208 50 202 76 Q160 100 118 76 Z', deep),
    line(
      'M98 128 H222 M97 164 H223 M97 200 H223 M97 234 H223 M62 130 L94 138 M54 166 L86 174 M258 130 L226 138 M266 166 L234 174',
      deep,
      2.5,
    ),
    line('M160 90 V256', metal, 4),
    rect(112, 206, 30, 6, 3, pale),
    rect(178, 206, 30, 6, 3, pale),
  ].join('');

const raincoat: Drawing = ({ main, deep, pale, paper }) =>
  [
    path('M112 96 Q104 44 160 42 Q216 44 208 96 Z', deep),
    ellipse(160, 86, 32, 26, pale),
    path(
      'M116 88 L76 106 L50 206 L84 214 L98 160 L84 262 H236 L222 160 L236 214 L270 206 L244 106 L204 88 Q160 120 116 88 Z',
      main,
    ),
    line('M160 108 V262', deep, 3),
    [134, 166, 198, 230].map((y) => circle(151, y, 4, paper)).join(''),
    rect(102, 196, 36, 8, 3, deep),
    rect(182, 196, 36, 8, 3, deep),
  ].join('');

export const CLOTHES: Readonly<Record<string, Drawing>> = {
  scarf,
  beanie,
  gloves,
  socks,
  sweater,
  't-shirt': tShirt,
  shirt,
  dress,
  jeans,
  leggings,
  'winter-jacket': winterJacket,
  raincoat,
};
