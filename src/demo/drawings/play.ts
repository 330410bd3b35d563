import { circle, type Drawing, ellipse, line, path, rect } from './shapes.ts';

const puzzle: Drawing = ({ main, deep, pale, paper }) =>
  [
    path(
      'M66 70 H152 Q146 96 164 96 Q182 96 176 70 H250 V150 Q224 144 224 162 Q224 180 250 174 V254 H176 Q182 228 164 228 Q146 228 152 254 H66 V174 Q92 180 92 162 Q92 144 66 150 Z',
      pale,
    ),
    path('M66 70 H152 Q146 96 164 96 V162 H92 Q92 144 66 150 Z', main),
    path('M176 254 Q182 228 164 228 V162 H224 Q224 180 250 174 V254 Z', deep),
    line('M164 96 V228 M92 162 H224', paper, 4),
  ].join('');

const boardGame: Drawing = ({ main, deep, pale, paper }) => {
  const squares = Array.from({ length: 16 }, (_, index) => {
    const x = 84 + (index % 4) * 38;
    const y = 76 + Math.floor(index / 4) * 38;
    return (index + Math.floor(index / 4)) % 2 === 0 ? rect(x, y, 38, 38, 0, main) : '';
  });
  return [
    rect(70, 62, 180, 180, 12, deep),
    rect(84, 76, 152, 152, 2, paper),
    ...squares,
    circle(122, 110, 12, '#a65a4c'),
    path('M106 150 Q122 108 138 150 Z', '#a65a4c'),
    circle(198, 148, 12, '#5f7d8c'),
    path('M182 188 Q198 146 214 188 Z', '#5f7d8c'),
    rect(196, 208, 54, 54, 10, pale),
    [
      [212, 224],
      [234, 224],
      [223, 235],
      [212, 246],
      [234, 246],
    ]
      .map(([x = 0, y = 0]) => circle(x, y, 4.5, deep))
      .join(''),
  ].join('');
};

const buildingBlocks: Drawing = ({ main, deep, pale }) =>
  [
    rect(62, 190, 70, 70, 6, main),
    rect(136, 190, 70, 70, 6, '#c98f77'),
    rect(210, 190, 52, 70, 6, '#7f9fb0'),
    rect(98, 118, 72, 68, 6, '#c9a24b'),
    path(
      'M178 186 V150 Q178 118 212 118 Q246 118 246 150 V186 H230 V156 Q230 138 212 138 Q194 138 194 156 V186 Z',
      '#8fa582',
    ),
    path('M98 114 L134 60 L170 114 Z', deep),
    circle(97, 225, 18, pale),
    line('M112 136 H156', '#ffffff80', 4),
  ].join('');

const plushAnimal: Drawing = (ink, attributeOf) => {
  const { main, deep, pale, dark } = ink;
  return [
    (EARS[attributeOf('animal') ?? ''] ?? roundEars)(ink, attributeOf),
    ellipse(160, 212, 66, 54, main),
    ellipse(160, 220, 38, 34, pale),
    ellipse(98, 250, 30, 20, deep),
    ellipse(222, 250, 30, 20, deep),
    ellipse(92, 194, 20, 32, main),
    ellipse(228, 194, 20, 32, main),
    circle(160, 122, 66, main),
    ellipse(160, 142, 30, 23, pale),
    attributeOf('animal') === 'elephant'
      ? line('M160 136 Q156 176 136 184', deep, 20)
      : `${ellipse(160, 132, 10, 7, dark)}${line('M160 139 V148 M150 152 Q160 158 170 152', dark, 3)}`,
    circle(134, 112, 6, dark),
    circle(186, 112, 6, dark),
  ].join('');
};

const roundEars: Drawing = ({ main, pale }) =>
  [
    circle(108, 82, 26, main),
    circle(212, 82, 26, main),
    circle(108, 82, 14, pale),
    circle(212, 82, 14, pale),
  ].join('');

const longEars: Drawing = ({ main, pale }) =>
  [
    ellipse(132, 58, 18, 44, main),
    ellipse(188, 58, 18, 44, main),
    ellipse(132, 60, 9, 30, pale),
    ellipse(188, 60, 9, 30, pale),
  ].join('');

const pointedEars: Drawing = ({ main, pale }) =>
  [
    path('M94 110 L100 40 L146 72 Z', main),
    path('M226 110 L220 40 L174 72 Z', main),
    path('M108 92 L110 60 L132 76 Z', pale),
    path('M212 92 L210 60 L188 76 Z', pale),
  ].join('');

const wideEars: Drawing = ({ main, pale }) =>
  [
    ellipse(82, 112, 44, 50, main),
    ellipse(238, 112, 44, 50, main),
    ellipse(82, 114, 28, 34, pale),
    ellipse(238, 114, 28, 34, pale),
  ].join('');

const EARS: Readonly<Record<string, Drawing>> = {
  bear: roundEars,
  rabbit: longEars,
  fox: pointedEars,
  cat: pointedEars,
  elephant: wideEars,
};

const woodenTrain: Drawing = ({ main, deep, pale, dark }) =>
  [
    rect(40, 242, 240, 10, 4, '#c9ab84'),
    rect(64, 120, 62, 96, 6, main),
    rect(54, 106, 82, 18, 6, deep),
    rect(78, 138, 34, 32, 4, pale),
    rect(122, 158, 118, 58, 16, main),
    rect(196, 108, 24, 54, 4, deep),
    path('M188 108 H228 L220 92 H196 Z', deep),
    circle(160, 152, 13, '#c9a24b'),
    path('M236 186 L272 218 H236 Z', deep),
    [92, 156, 214].map((x) => `${circle(x, 224, 22, dark)}${circle(x, 224, 10, '#c9ab84')}`).join(''),
    circle(224, 68, 12, '#ffffffb0'),
    circle(246, 52, 9, '#ffffffb0'),
  ].join('');

const kite: Drawing = ({ main, deep, pale }) =>
  [
    path('M170 40 L246 124 L150 218 L94 116 Z', main),
    path('M170 40 L246 124 L164 122 Z', pale),
    path('M150 218 L94 116 L164 122 Z', deep),
    line('M170 40 L150 218 M94 116 L246 124', '#8a735a', 3),
    line('M150 218 Q120 236 136 252 Q160 266 130 284', '#8a735a', 3),
    path('M122 232 l18 4 l-4 14 l-16 -6 Z', '#c98f77'),
    path('M136 258 l18 -2 l0 14 l-18 2 Z', '#7f9fb0'),
  ].join('');

const closedBook = (main: string, deep: string, pale: string, paper: string, ornament: string): string =>
  [
    path('M86 66 Q86 50 104 50 H230 V254 H104 Q86 254 86 240 Z', deep),
    rect(96, 232, 134, 18, 2, paper),
    path('M86 66 Q86 50 104 50 H230 V230 H104 Q86 230 86 244 Z', main),
    line('M104 52 V230', deep, 4),
    rect(122, 78, 88, 44, 3, paper),
    line('M136 94 H196 M146 107 H186', deep, 4),
    ornament,
    line('M218 64 V216', pale, 2),
  ].join('');

const novel: Drawing = ({ main, deep, pale, paper }) =>
  closedBook(
    main,
    deep,
    pale,
    paper,
    `${circle(166, 172, 28, pale)}${path('M140 186 Q166 162 192 186 Q180 200 166 200 Q152 200 140 186 Z', deep)}`,
  );

const cookbook: Drawing = ({ main, deep, pale, paper }) =>
  closedBook(
    main,
    deep,
    pale,
    paper,
    `${path('M134 168 H198 Q198 204 176 206 H156 Q134 204 134 168 Z', pale)}${line('M150 156 q-6 -8 0 -14 M166 156 q-6 -8 0 -14 M182 156 q-6 -8 0 -14', pale, 4)}`,
  );

const pictureBook: Drawing = ({ main, deep, paper }) =>
  [
    path('M38 96 Q100 70 160 98 Q220 70 282 96 V236 Q220 212 160 240 Q100 212 38 236 Z', deep),
    path('M48 90 Q104 68 160 94 V228 Q104 204 48 224 Z', paper),
    path('M272 90 Q216 68 160 94 V228 Q216 204 272 224 Z', paper),
    path('M62 190 Q84 150 104 176 Q122 140 146 190 V204 Q104 188 62 202 Z', '#8fa582'),
    circle(84, 118, 13, '#f0c873'),
    path('M184 180 L210 138 L238 180 Z', main),
    rect(192, 178, 38, 22, 0, '#c9a88a'),
    line('M178 116 H250 M184 128 H226', '#b7b2a8', 3),
  ].join('');

const notebook: Drawing = ({ main, deep, pale, paper }) =>
  [
    rect(96, 58, 140, 202, 8, paper),
    rect(86, 52, 140, 202, 10, main),
    rect(86, 52, 24, 202, 8, deep),
    rect(204, 50, 8, 206, 0, pale),
    path('M146 254 V284 L152 276 L158 284 V254 Z', deep),
    rect(126, 92, 60, 34, 4, paper),
  ].join('');

const colouringPencils: Drawing = ({ paper, deep }) => {
  const colors = ['#b8322f', '#d97b3a', '#e2b93f', '#5f8a5e', '#4674ad', '#77558f'];
  const pencils = colors.map((fill, index) => {
    const x = 74 + index * 29;
    return [
      path(`M${x} 108 L${x + 12} 66 L${x + 24} 108 Z`, '#e3c69c'),
      path(`M${x + 8} 80 L${x + 12} 66 L${x + 16} 80 Z`, fill),
      rect(x, 106, 24, 92, 0, fill),
      rect(x + 9, 106, 6, 92, 0, '#ffffff40'),
    ].join('');
  });
  return [
    ...pencils,
    rect(62, 170, 196, 88, 10, paper),
    line('M84 200 H236', deep, 4),
    circle(160, 228, 12, '#c98f77'),
    circle(130, 228, 8, '#8fa582'),
    circle(190, 228, 8, '#7f9fb0'),
  ].join('');
};

const fountainPen: Drawing = ({ main, deep, pale, metal }) =>
  `<g transform="rotate(42 160 160)">${[
    path('M146 232 L160 286 L174 232 Z', metal),
    line('M160 250 V278', deep, 2),
    circle(160, 248, 3, deep),
    rect(144, 206, 32, 28, 6, deep),
    rect(140, 96, 40, 112, 6, main),
    rect(140, 90, 40, 12, 2, metal),
    path('M140 92 V50 Q142 28 160 26 Q178 28 180 50 V92 Z', main),
    rect(176, 44, 8, 60, 4, metal),
    line('M150 112 V196', pale, 4),
  ].join('')}</g>`;

export const PLAY: Readonly<Record<string, Drawing>> = {
  puzzle,
  'board-game': boardGame,
  'building-blocks': buildingBlocks,
  'plush-animal': plushAnimal,
  'wooden-train': woodenTrain,
  kite,
  novel,
  cookbook,
  'picture-book': pictureBook,
  notebook,
  'colouring-pencils': colouringPencils,
  'fountain-pen': fountainPen,
};
