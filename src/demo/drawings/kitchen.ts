import { circle, type Drawing, ellipse, line, path, place, rect } from './shapes.ts';

const STEAM = '#ffffffcc';

const mug: Drawing = ({ main, deep, pale }) =>
  [
    line('M130 78 q-12 -16 0 -30 M160 76 q-12 -16 0 -32 M190 78 q-12 -16 0 -30', STEAM, 6),
    `<path d="M206 136 Q262 132 258 176 Q254 216 200 212" fill="none" stroke="${deep}" stroke-width="18"/>`,
    path('M84 106 H214 V228 Q212 256 184 256 H114 Q86 256 84 228 Z', main),
    ellipse(149, 106, 65, 14, deep),
    ellipse(149, 109, 54, 9, '#6b4a38'),
    line('M98 140 V216', pale, 6),
  ].join('');

const cup = (main: string, deep: string, pale: string): string =>
  [
    `<path d="M200 150 Q236 148 230 176 Q224 194 192 190" fill="none" stroke="${deep}" stroke-width="11"/>`,
    path('M100 134 H208 Q206 210 174 218 H134 Q102 210 100 134 Z', main),
    ellipse(154, 134, 54, 12, deep),
    ellipse(154, 136, 45, 8, '#5a3d2e'),
    ellipse(154, 228, 86, 13, main),
    ellipse(154, 225, 60, 7, deep),
    line('M114 152 Q116 186 132 202', pale, 5),
  ].join('');

const espressoCups: Drawing = ({ main, deep, pale }) =>
  `${place(84, 14, 0.72, cup(main, deep, pale))}${place(6, 76, 0.8, cup(main, deep, pale))}`;

const wineGlass = [
  path('M112 70 H208 Q214 156 166 166 H154 Q106 156 112 70 Z', '#ffffffb0'),
  path('M112 112 H208 Q204 156 166 162 H154 Q116 156 112 112 Z', '#7c2438cc'),
  rect(156, 164, 8, 78, 0, '#ffffffd0'),
  ellipse(160, 246, 44, 8, '#ffffffd0'),
  line('M112 70 Q106 156 154 166 M208 70 Q214 156 166 166 M112 70 H208', '#9fa8ad', 2.5),
  line('M124 84 Q122 104 126 120', '#ffffff', 4),
].join('');

const wineGlasses: Drawing = () => `${place(-56, 22, 0.94, wineGlass)}${place(66, 14, 0.98, wineGlass)}`;

const plates: Drawing = ({ main, deep, pale }) =>
  [
    ellipse(160, 222, 112, 30, deep),
    ellipse(160, 214, 112, 30, main),
    ellipse(160, 204, 112, 30, deep),
    ellipse(160, 196, 112, 30, main),
    ellipse(160, 186, 112, 30, deep),
    ellipse(160, 176, 112, 32, main),
    ellipse(160, 174, 78, 20, pale),
    ellipse(160, 177, 72, 17, main),
  ].join('');

const teapot: Drawing = ({ main, deep, pale }) =>
  [
    `<path d="M92 150 Q42 144 50 194 Q60 226 104 222" fill="none" stroke="${deep}" stroke-width="14"/>`,
    path('M216 178 Q248 172 250 128 L278 122 Q274 206 218 226 Z', deep),
    path('M160 112 Q238 116 236 190 Q230 250 196 254 H124 Q90 250 84 190 Q82 116 160 112 Z', main),
    path('M114 124 Q160 92 206 124 Q160 138 114 124 Z', deep),
    circle(160, 98, 12, deep),
    line('M104 196 Q104 152 138 138', pale, 6),
  ].join('');

const lunchBox: Drawing = ({ main, deep, pale, metal }) =>
  [
    path('M56 146 H264 V232 Q264 250 246 250 H74 Q56 250 56 232 Z', pale),
    path('M50 124 Q50 104 70 104 H250 Q270 104 270 124 V154 H50 Z', main),
    line('M50 154 H270', deep, 5),
    rect(60, 138, 22, 42, 5, metal),
    rect(238, 138, 22, 42, 5, metal),
    line('M76 118 H180', pale, 4),
    line('M160 168 V240', deep, 2.5),
  ].join('');

const storageJar: Drawing = ({ paper }) =>
  [
    rect(94, 104, 132, 156, 18, '#ffffffb8'),
    path('M102 150 Q160 138 218 150 V240 Q218 252 206 252 H114 Q102 252 102 240 Z', '#d9b98a'),
    rect(96, 104, 128, 12, 4, '#9fb0b3'),
    rect(98, 68, 124, 38, 8, '#c49a6c'),
    line('M104 80 H216 M104 92 H216', '#ad8456', 2),
    rect(124, 178, 72, 42, 4, paper),
    line('M136 194 H184 M144 206 H176', '#8c8f92', 3),
    line('M106 128 V226', '#ffffff', 5),
  ].join('');

const espressoMachine: Drawing = ({ main, deep, pale, dark, metal, paper }) =>
  [
    rect(78, 70, 164, 60, 12, main),
    rect(78, 70, 52, 186, 12, main),
    rect(70, 236, 180, 24, 8, deep),
    rect(136, 128, 92, 16, 4, deep),
    rect(160, 144, 44, 16, 4, metal),
    line('M204 152 H262', dark, 12),
    path('M166 160 H198 L190 174 H174 Z', metal),
    path('M162 204 H202 L198 236 H166 Z', paper),
    line('M182 176 V204', '#6b4a38', 4),
    circle(108, 102, 14, paper),
    line('M108 102 L116 94', dark, 3),
    circle(176, 100, 8, metal),
    circle(206, 100, 8, metal),
    rect(150, 228, 78, 8, 2, metal),
    line('M88 84 H120', pale, 3),
  ].join('');

const kettle: Drawing = ({ main, deep, pale, dark }) =>
  [
    `<path d="M210 110 Q262 112 254 172 Q248 214 226 220" fill="none" stroke="${dark}" stroke-width="15"/>`,
    path('M112 112 L72 124 L96 168 Z', deep),
    path('M112 98 H208 L230 240 H90 Z', main),
    ellipse(160, 98, 48, 10, deep),
    rect(152, 76, 16, 18, 5, dark),
    rect(80, 238, 160, 20, 8, dark),
    line('M122 122 L108 222', pale, 6),
    rect(148, 150, 14, 66, 6, '#ffffff80'),
  ].join('');

const toaster: Drawing = ({ main, deep, pale, dark, metal }) =>
  [
    path('M104 88 Q104 64 128 66 Q152 60 154 88 V132 H104 Z', '#d9a866'),
    path('M166 88 Q166 64 190 66 Q214 60 216 88 V132 H166 Z', '#d9a866'),
    path('M58 142 Q60 114 92 114 H228 Q260 114 262 142 L268 236 Q268 248 254 248 H66 Q52 248 52 236 Z', main),
    rect(94, 116, 68, 12, 5, dark),
    rect(160, 116, 66, 12, 5, dark),
    rect(236, 158, 14, 60, 6, deep),
    rect(230, 168, 26, 14, 5, metal),
    circle(90, 214, 14, metal),
    line('M90 214 V204', dark, 3),
    line('M76 144 H200', pale, 4),
    rect(74, 246, 26, 12, 3, dark),
    rect(220, 246, 26, 12, 3, dark),
  ].join('');

const fryingPan: Drawing = ({ deep, dark, metal }) =>
  [
    line('M206 206 L276 258', '#7a5b42', 20),
    line('M192 194 L214 212', metal, 14),
    circle(130, 136, 92, dark),
    circle(130, 136, 78, '#4b4e52'),
    circle(130, 136, 62, '#54585c'),
    line('M82 112 Q94 88 122 82', '#8a8f94', 5),
    circle(266, 250, 4, deep),
  ].join('');

const kitchenKnife: Drawing = ({ deep, metal }) =>
  [
    path('M40 140 Q76 112 226 110 V164 Q112 172 40 140 Z', '#d5dadd'),
    path('M40 140 Q120 162 226 152 V164 Q112 172 40 140 Z', '#f4f6f7'),
    rect(222, 106, 14, 56, 3, metal),
    path('M236 112 H284 Q296 112 296 126 V148 Q296 160 284 158 L236 154 Z', deep),
    circle(252, 134, 4, metal),
    circle(276, 134, 4, metal),
  ].join('');

const cuttingBoard: Drawing = ({ main, deep, pale }) =>
  [
    path(
      'M92 78 Q92 66 104 66 H138 Q142 44 160 44 Q178 44 182 66 H216 Q228 66 228 78 V246 Q228 258 216 258 H104 Q92 258 92 246 Z',
      main,
    ),
    circle(160, 66, 9, '#f3f0ea'),
    `<rect x="106" y="92" width="108" height="152" rx="8" fill="none" stroke="${deep}" stroke-width="4"/>`,
    line(
      'M124 110 Q130 170 122 230 M150 106 Q156 170 150 234 M178 106 Q172 170 178 234 M198 112 Q192 170 198 228',
      pale,
      2,
    ),
  ].join('');

export const KITCHEN: Readonly<Record<string, Drawing>> = {
  mug,
  'espresso-cups': espressoCups,
  'wine-glasses': wineGlasses,
  plates,
  teapot,
  'lunch-box': lunchBox,
  'storage-jar': storageJar,
  'espresso-machine': espressoMachine,
  kettle,
  toaster,
  'frying-pan': fryingPan,
  'kitchen-knife': kitchenKnife,
  'cutting-board': cuttingBoard,
};
