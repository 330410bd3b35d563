import { circle, type Drawing, ellipse, line, path, rect } from './shapes.ts';

const handCream: Drawing = ({ main, deep, pale, paper }) =>
  [
    path('M108 48 H212 L196 214 H124 Z', main),
    rect(104, 42, 112, 16, 3, deep),
    rect(126, 212, 68, 46, 8, paper),
    line('M138 220 v30 M150 220 v30 M162 220 v30 M174 220 v30 M184 220 v30', '#d8d2c6', 2),
    ellipse(160, 124, 30, 38, pale),
    line('M144 112 H176 M148 126 H172 M152 140 H168', deep, 3),
  ].join('');

const faceCream: Drawing = ({ main, deep, pale, paper }) =>
  [
    rect(84, 150, 152, 108, 22, main),
    ellipse(160, 152, 76, 14, deep),
    rect(80, 98, 160, 54, 12, paper),
    ellipse(160, 100, 78, 12, '#ffffff'),
    rect(116, 184, 88, 46, 4, pale),
    line('M132 200 H188 M142 214 H178', deep, 3),
  ].join('');

const sunscreen: Drawing = ({ main, deep, paper }) =>
  [
    path('M110 88 Q110 72 126 72 H194 Q210 72 210 88 V206 H110 Z', '#f0b64e'),
    rect(122, 204, 76, 54, 8, paper),
    circle(160, 132, 26, '#fdf3d6'),
    line(
      'M160 94 v-8 M160 170 v8 M122 132 h-6 M198 132 h6 M134 106 l-5 -5 M186 158 l5 5 M186 106 l5 -5 M134 158 l-5 5',
      '#fdf3d6',
      5,
    ),
    line('M128 190 H192', main, 5),
    line('M132 222 v26 M146 222 v26 M160 222 v26 M174 222 v26 M188 222 v26', deep, 1.5),
  ].join('');

const shampoo: Drawing = ({ main, deep, pale, paper, dark }) =>
  [
    line('M160 92 V62 H196 Q206 62 206 74', dark, 9),
    rect(138, 90, 44, 22, 5, dark),
    path(
      'M112 132 Q112 110 134 110 H186 Q208 110 208 132 V240 Q208 260 188 260 H132 Q112 260 112 240 Z',
      main,
    ),
    rect(112, 160, 96, 62, 0, paper),
    line('M128 178 H192 M136 192 H184 M144 206 H176', deep, 3.5),
    line('M122 132 V152', pale, 5),
  ].join('');

const hairDryer: Drawing = ({ main, deep, pale, dark }) =>
  [
    path('M146 160 H196 L184 250 Q182 260 172 260 H150 Q140 258 142 246 Z', deep),
    path('M96 78 H196 Q250 82 250 126 Q250 170 196 174 H96 Z', main),
    path('M96 84 L52 74 V178 L96 168 Z', dark),
    circle(206, 126, 30, deep),
    line('M190 114 H222 M188 126 H224 M190 138 H222', dark, 3),
    rect(156, 190, 14, 28, 6, pale),
    line('M110 94 H170', pale, 5),
    line('M160 260 Q160 286 200 282', dark, 5),
  ].join('');

const perfume: Drawing = ({ main, deep, paper }) =>
  [
    rect(132, 58, 56, 48, 8, '#c9a24b'),
    rect(144, 104, 32, 20, 2, '#b58d3c'),
    rect(88, 122, 144, 138, 20, '#ffffffc0'),
    path('M98 158 Q160 148 222 158 V236 Q222 250 208 250 H112 Q98 250 98 236 Z', main),
    rect(124, 176, 72, 46, 3, paper),
    line('M136 194 H184 M146 207 H174', deep, 3),
    line('M102 136 V150', '#ffffff', 6),
  ].join('');

const soap: Drawing = ({ main, deep, pale, paper }) =>
  [
    ellipse(160, 228, 116, 24, '#b9a58b'),
    ellipse(160, 220, 116, 24, '#d3c0a5'),
    path('M76 180 Q76 142 112 140 H208 Q244 142 244 180 V196 Q244 220 208 220 H112 Q76 220 76 196 Z', deep),
    path('M76 172 Q76 136 112 134 H208 Q244 136 244 172 Q244 202 208 202 H112 Q76 202 76 172 Z', main),
    ellipse(160, 168, 52, 20, pale),
    circle(112, 106, 13, `${paper}cc`),
    circle(140, 84, 8, `${paper}cc`),
    circle(196, 100, 10, `${paper}cc`),
  ].join('');

const bathSalts: Drawing = ({ main, deep, pale, paper }) =>
  [
    rect(100, 96, 120, 164, 20, '#ffffffb8'),
    path('M108 136 Q160 122 212 136 V240 Q212 252 200 252 H120 Q108 252 108 240 Z', main),
    [
      [126, 150],
      [150, 146],
      [178, 150],
      [198, 152],
      [124, 236],
      [152, 240],
      [184, 238],
    ]
      .map(([x = 0, y = 0]) => rect(x, y, 9, 9, 2, pale))
      .join(''),
    rect(104, 62, 112, 38, 10, '#c49a6c'),
    rect(122, 172, 76, 48, 4, paper),
    line('M134 190 H186 M144 204 H176', deep, 3),
  ].join('');

const lipstick: Drawing = ({ main, deep, pale, dark, metal }) =>
  [
    path('M118 148 V96 Q120 76 160 58 V148 Z', main),
    path('M118 96 Q122 78 160 58 V84 Q134 92 118 104 Z', pale),
    rect(112, 146, 54, 36, 3, metal),
    rect(104, 180, 70, 80, 8, dark),
    rect(190, 130, 62, 130, 10, dark),
    rect(190, 232, 62, 10, 0, metal),
    line('M200 146 V220', deep, 4),
  ].join('');

const giftSet: Drawing = ({ main, deep, pale }) =>
  [
    rect(72, 138, 176, 122, 8, main),
    rect(62, 110, 196, 42, 8, deep),
    rect(146, 110, 28, 150, 0, pale),
    path('M160 110 Q112 104 106 74 Q112 52 140 66 Q156 80 160 110 Z', pale),
    path('M160 110 Q208 104 214 74 Q208 52 180 66 Q164 80 160 110 Z', pale),
    circle(160, 106, 12, deep),
  ].join('');

const teaGiftBox: Drawing = ({ main, deep, pale, paper }) => {
  const tins = ['#8fa582', '#c98f77', '#c9a24b', '#7f9fb0', '#b58aa0', '#a9a27f'].map((fill, index) => {
    const x = 76 + (index % 3) * 58;
    const y = 122 + Math.floor(index / 3) * 62;
    return `${rect(x, y, 52, 54, 6, fill)}${rect(x + 8, y + 20, 36, 18, 3, paper)}`;
  });
  return [
    path('M66 108 L86 62 H234 L254 108 Z', deep),
    rect(62, 108, 196, 150, 8, main),
    rect(70, 116, 180, 134, 5, pale),
    ...tins,
  ].join('');
};

export const BEAUTY: Readonly<Record<string, Drawing>> = {
  'hand-cream': handCream,
  'face-cream': faceCream,
  sunscreen,
  shampoo,
  'hair-dryer': hairDryer,
  perfume,
  soap,
  'bath-salts': bathSalts,
  lipstick,
  'gift-set': giftSet,
  'tea-gift-box': teaGiftBox,
};
