import { circle, type Drawing, ellipse, line, path, place, rect } from './shapes.ts';

const tent: Drawing = ({ main, deep, pale, dark, paper }) =>
  [
    path('M160 72 L286 256 H34 Z', main),
    path('M160 72 L210 256 H110 Z', deep),
    path('M160 104 L194 256 H160 Z', dark),
    path('M160 104 L126 256 H160 Z', paper),
    line('M160 72 V54', deep, 5),
    line('M62 222 L30 262 M258 222 L290 262', '#a59a88', 3),
    line('M146 104 L70 240', pale, 3),
  ].join('');

const sleepingBag: Drawing = ({ main, deep, pale, metal }) =>
  [
    path(
      'M160 46 Q214 48 218 106 L204 232 Q200 262 160 262 Q120 262 116 232 L102 106 Q106 48 160 46 Z',
      main,
    ),
    ellipse(160, 90, 38, 32, deep),
    ellipse(160, 96, 28, 22, pale),
    line('M107 140 H213 M110 172 H210 M114 204 H206 M120 234 H200', deep, 3),
    line('M190 120 L184 226', metal, 4),
  ].join('');

const sleepingMat: Drawing = ({ main, deep, pale, dark }) =>
  [
    path('M104 204 L268 204 Q284 206 284 222 V236 Q284 246 272 246 H104 Z', main),
    line('M128 222 H276', pale, 3),
    circle(104, 188, 58, main),
    `<circle cx="104" cy="188" r="44" fill="none" stroke="${deep}" stroke-width="5"/>`,
    `<circle cx="104" cy="188" r="28" fill="none" stroke="${deep}" stroke-width="5"/>`,
    circle(104, 188, 12, deep),
    rect(188, 200, 10, 48, 2, dark),
    rect(236, 200, 10, 48, 2, dark),
  ].join('');

const headlamp: Drawing = ({ main, deep, pale, dark }) =>
  [
    path('M164 176 L40 120 V270 Z', '#fff3c966'),
    `<ellipse cx="176" cy="148" rx="92" ry="70" fill="none" stroke="${deep}" stroke-width="20"/>`,
    line('M110 100 Q140 80 176 80', pale, 4),
    rect(116, 148, 110, 72, 24, main),
    circle(154, 184, 27, dark),
    circle(154, 184, 19, '#fff3c9'),
    circle(202, 170, 7, deep),
    rect(190, 192, 24, 8, 4, deep),
  ].join('');

const campingStove: Drawing = ({ deep, dark, metal, paper }) =>
  [
    rect(106, 186, 108, 74, 14, '#4f7a8c'),
    rect(106, 206, 108, 26, 0, paper),
    path('M114 186 Q160 158 206 186 Z', '#456b7b'),
    rect(150, 148, 20, 24, 3, metal),
    line('M160 150 L96 124 M160 150 L224 124 M96 124 V106 M224 124 V106', deep, 7),
    ellipse(160, 142, 34, 9, dark),
    path(
      'M138 138 Q132 116 146 100 Q146 118 156 122 Q154 96 166 84 Q168 106 176 116 Q182 108 182 100 Q194 118 184 138 Z',
      '#e59a45',
    ),
    path('M150 138 Q148 124 158 114 Q160 126 168 128 Q174 132 170 138 Z', '#ffe3a6'),
    line('M170 162 H212', metal, 5),
    circle(216, 162, 7, dark),
  ].join('');

const waterBottle: Drawing = ({ main, deep, pale, dark }) =>
  [
    `<path d="M140 62 Q142 40 160 40 Q178 40 180 62" fill="none" stroke="${dark}" stroke-width="8"/>`,
    rect(132, 58, 56, 34, 8, dark),
    path(
      'M134 92 H186 Q212 110 212 138 V244 Q212 262 194 262 H126 Q108 262 108 244 V138 Q108 110 134 92 Z',
      main,
    ),
    rect(108, 222, 104, 14, 0, deep),
    line('M124 138 V206', pale, 6),
  ].join('');

const yogaMat: Drawing = ({ main, deep, pale }) =>
  [
    path('M120 86 L268 216 Q280 230 262 238 L176 252 Q160 254 150 244 L60 158 Z', main),
    line('M128 108 L254 222', pale, 3),
    ellipse(90, 122, 44, 52, deep),
    ellipse(90, 122, 34, 41, main),
    ellipse(90, 122, 23, 28, deep),
    ellipse(90, 122, 12, 15, main),
  ].join('');

const dumbbell = (main: string, deep: string, metal: string): string =>
  [
    rect(116, 148, 88, 20, 6, metal),
    line('M136 150 v16 M148 150 v16 M160 150 v16 M172 150 v16 M184 150 v16', '#8c9297', 2),
    path('M64 118 L84 106 H106 L120 118 V198 L106 210 H84 L64 198 Z', main),
    path('M256 118 L236 106 H214 L200 118 V198 L214 210 H236 L256 198 Z', main),
    rect(100, 112, 18, 92, 6, deep),
    rect(202, 112, 18, 92, 6, deep),
  ].join('');

const dumbbells: Drawing = ({ main, deep, metal }) =>
  `${place(52, 10, 0.78, dumbbell(main, deep, metal))}${place(6, 76, 0.88, dumbbell(main, deep, metal))}`;

const bicycleHelmet: Drawing = ({ main, deep, pale, dark }) =>
  [
    line('M92 204 Q120 256 160 254 Q200 252 222 206', dark, 5),
    path('M48 202 Q44 96 156 86 Q258 84 276 184 Q278 204 256 206 H72 Q52 210 48 202 Z', main),
    path('M92 178 Q98 128 136 112 Q124 146 126 182 Z', deep),
    path('M146 182 Q144 132 162 104 Q184 132 184 182 Z', deep),
    path('M204 182 Q206 142 194 110 Q232 128 242 180 Z', deep),
    path('M48 198 Q160 180 276 190 Q278 206 256 208 H72 Q52 212 48 198 Z', deep),
    line('M72 166 Q82 124 120 104', pale, 4),
    rect(150, 248, 20, 12, 4, dark),
  ].join('');

const hikingPole = (main: string, deep: string, metal: string): string =>
  [
    rect(152, 40, 16, 56, 8, '#b58a5c'),
    line('M162 92 Q190 108 172 132', deep, 4),
    rect(155, 94, 10, 70, 0, main),
    rect(153, 160, 14, 14, 3, deep),
    rect(156, 172, 8, 74, 0, metal),
    ellipse(160, 240, 20, 5, deep),
    path('M156 246 H164 L160 264 Z', '#55585c'),
  ].join('');

const hikingPoles: Drawing = ({ main, deep, metal }) =>
  `<g transform="rotate(-12 160 160) translate(-26 0)">${hikingPole(main, deep, metal)}</g><g transform="rotate(12 160 160) translate(26 0)">${hikingPole(main, deep, metal)}</g>`;

const football: Drawing = ({ main, deep, pale, dark, paper }) =>
  [
    circle(160, 162, 98, paper),
    path('M160 118 L202 148 L186 198 H134 L118 148 Z', main),
    path('M160 64 Q192 66 214 80 L190 98 H130 L106 80 Q128 66 160 64 Z', main),
    path('M64 148 Q66 120 82 104 L96 128 L84 170 L64 176 Z', main),
    path('M256 148 Q254 120 238 104 L224 128 L236 170 L256 176 Z', main),
    path('M92 232 L98 206 L136 224 L142 258 Q112 252 92 232 Z', main),
    path('M228 232 L222 206 L184 224 L178 258 Q208 252 228 232 Z', main),
    line('M160 118 V98 M202 148 L224 136 M186 198 L200 216 M134 198 L120 216 M118 148 L96 136', dark, 2.5),
    `<circle cx="160" cy="162" r="98" fill="none" stroke="${deep}" stroke-width="3"/>`,
    line('M100 108 Q112 90 130 82', pale, 4),
  ].join('');

export const OUTDOOR: Readonly<Record<string, Drawing>> = {
  tent,
  'sleeping-bag': sleepingBag,
  'sleeping-mat': sleepingMat,
  headlamp,
  'camping-stove': campingStove,
  'water-bottle': waterBottle,
  'yoga-mat': yogaMat,
  dumbbells,
  'bicycle-helmet': bicycleHelmet,
  'hiking-poles': hikingPoles,
  football,
};
