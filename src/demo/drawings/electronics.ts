import { circle, type Drawing, ellipse, line, path, rect } from './shapes.ts';

const SCREEN = '#2c3844';
const SKY = '#8fb3c7';

const headphones: Drawing = ({ main, deep, pale, dark }) =>
  [
    `<path d="M78 186 Q70 62 160 60 Q250 62 242 186" fill="none" stroke="${deep}" stroke-width="18"/>`,
    line('M104 96 Q126 72 160 72', pale, 4),
    rect(58, 158, 52, 92, 24, main),
    rect(210, 158, 52, 92, 24, main),
    rect(98, 164, 22, 80, 11, dark),
    rect(200, 164, 22, 80, 11, dark),
    line('M70 184 V222 M250 184 V222', pale, 4),
  ].join('');

const earbuds: Drawing = ({ main, deep, pale, dark }) =>
  [
    circle(108, 96, 26, main),
    path('M92 104 H116 V168 Q104 178 92 168 Z', main),
    ellipse(128, 92, 10, 16, dark),
    circle(212, 96, 26, main),
    path('M204 104 H228 V168 Q216 178 204 168 Z', main),
    ellipse(192, 92, 10, 16, dark),
    rect(86, 186, 148, 70, 32, deep),
    path('M86 218 Q86 186 118 186 H202 Q234 186 234 218 Z', main),
    circle(160, 236, 4, pale),
    line('M104 204 Q112 196 126 196', pale, 3),
  ].join('');

const speaker: Drawing = ({ main, deep, pale, dark, metal }) =>
  [
    line('M108 88 Q160 44 212 88', deep, 9),
    rect(78, 84, 164, 174, 34, main),
    circle(160, 186, 54, dark),
    circle(160, 186, 40, '#4b4e52'),
    circle(160, 186, 17, metal),
    circle(160, 112, 18, dark),
    circle(160, 112, 7, metal),
    line('M94 116 Q98 102 112 100', pale, 4),
  ].join('');

const smartwatch: Drawing = ({ main, deep, pale, metal }) =>
  [
    path('M122 110 L130 40 Q160 32 190 40 L198 110 Z', main),
    path('M122 210 L130 280 Q160 288 190 280 L198 210 Z', main),
    line('M160 52 v2 M160 70 v2 M160 248 v2 M160 266 v2', deep, 7),
    rect(100, 98, 120, 124, 30, metal),
    rect(110, 108, 100, 104, 22, SCREEN),
    rect(220, 142, 10, 30, 4, deep),
    `<circle cx="160" cy="160" r="34" fill="none" stroke="#53606c" stroke-width="8"/>`,
    line('M160 126 A34 34 0 1 1 128 172', '#7fc8a0', 8),
    line('M148 162 l8 8 l16 -18', pale, 5),
  ].join('');

const camera: Drawing = ({ main, deep, pale, dark, metal, paper }) =>
  [
    rect(122, 82, 76, 34, 8, metal),
    rect(78, 92, 28, 16, 5, deep),
    rect(48, 104, 224, 144, 20, main),
    rect(48, 146, 224, 64, 0, deep),
    circle(160, 178, 60, metal),
    circle(160, 178, 50, dark),
    circle(160, 178, 32, SCREEN),
    circle(148, 166, 10, SKY),
    rect(222, 118, 32, 18, 4, paper),
    line('M66 122 H104', pale, 4),
  ].join('');

const laptop: Drawing = ({ main, deep, dark }) =>
  [
    rect(66, 76, 188, 130, 10, dark),
    rect(74, 84, 172, 114, 4, SCREEN),
    path('M74 170 Q120 130 160 160 Q200 190 246 140 V194 Q246 198 242 198 H78 Q74 198 74 194 Z', SKY),
    circle(206, 116, 14, '#f0d9a8'),
    path('M44 206 H276 L290 232 Q290 242 276 242 H44 Q30 242 30 232 Z', main),
    rect(126, 206, 68, 10, 4, deep),
    line('M34 234 H286', deep, 3),
  ].join('');

const monitor: Drawing = ({ main, deep, dark }) =>
  [
    rect(42, 66, 236, 146, 10, main),
    rect(50, 74, 220, 124, 4, dark),
    path('M50 168 Q110 118 160 150 Q210 182 270 126 V198 H50 Z', SKY),
    path('M50 184 Q120 150 180 178 Q220 196 270 170 V198 H50 Z', '#6f97ab'),
    circle(92, 106, 14, '#f0d9a8'),
    rect(150, 210, 20, 36, 0, deep),
    rect(104, 244, 112, 14, 7, main),
  ].join('');

const keyboard: Drawing = ({ main, deep, paper }) => {
  const keys = [126, 150, 174].flatMap((y, row) =>
    Array.from({ length: 9 }, (_, column) => rect(52 + row * 6 + column * 23, y, 18, 18, 4, paper)),
  );
  return [
    rect(34, 106, 252, 124, 16, deep),
    rect(34, 102, 252, 120, 16, main),
    ...keys,
    rect(108, 198, 104, 16, 4, paper),
  ].join('');
};

const mouse: Drawing = ({ main, deep, pale, dark }) =>
  [
    path('M160 58 Q226 62 228 150 Q228 258 160 260 Q92 258 92 150 Q94 62 160 58 Z', main),
    path('M92 146 Q160 168 228 146 Q228 66 160 58 Q92 66 92 146 Z', deep),
    line('M160 60 V156', pale, 3),
    rect(152, 90, 16, 40, 8, dark),
    line('M108 180 Q112 226 140 242', pale, 4),
  ].join('');

const powerBank: Drawing = ({ main, deep, pale, dark }) =>
  [
    line('M190 70 Q194 36 232 46 Q262 58 250 100', dark, 7),
    rect(240, 98, 20, 30, 4, deep),
    rect(102, 68, 116, 192, 22, main),
    rect(138, 62, 24, 12, 3, dark),
    rect(182, 62, 18, 12, 3, dark),
    [0, 1, 2, 3].map((index) => circle(136 + index * 16, 100, 5, index < 3 ? '#bfe3c8' : deep)).join(''),
    line('M114 96 V220', pale, 4),
  ].join('');

const phoneCase: Drawing = ({ main, deep, pale, dark }) =>
  [
    rect(94, 46, 132, 216, 28, deep),
    rect(100, 50, 120, 208, 24, main),
    rect(110, 62, 48, 56, 16, deep),
    circle(124, 78, 9, dark),
    circle(124, 102, 9, dark),
    circle(144, 90, 6, pale),
    rect(90, 110, 6, 30, 3, deep),
    line('M208 76 V150', pale, 4),
  ].join('');

export const ELECTRONICS: Readonly<Record<string, Drawing>> = {
  headphones,
  earbuds,
  speaker,
  smartwatch,
  camera,
  laptop,
  monitor,
  keyboard,
  mouse,
  'power-bank': powerBank,
  'phone-case': phoneCase,
};
