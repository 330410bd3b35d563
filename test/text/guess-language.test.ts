import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessLanguage } from '../../src/text/guess-language.ts';
import { anyText } from './any-text.ts';

describe('guessLanguage', () => {
  it.each([
    ['en', 'A warm woollen scarf for the winter, with a fringe and in many colours'],
    ['de', 'Warmer Schal aus Wolle für den Winter, mit Fransen und in vielen Farben'],
    ['fr', 'Une écharpe chaude en laine pour les journées froides, avec des franges'],
    ['es', 'Una bufanda de lana para el invierno, con flecos y en muchos colores'],
    ['it', 'Una sciarpa calda di lana per le giornate fredde, con le frange e in molti colori'],
    ['pt', 'Um cachecol quente de lã para os dias frios, com franjas e em muitas cores'],
    ['nl', 'Een warme wollen sjaal voor de winter, met franjes en in vele kleuren voor het hele gezin'],
    ['sv', 'En varm halsduk av ull för vintern, med fransar och i många färger som du kan välja'],
    ['da', 'Et varmt tørklæde af uld til vinteren, med frynser og i mange farver, som du kan vælge'],
    ['fi', 'Lämmin villahuivi talveen, joka on myös kevyt ja sopii sekä hänelle että sinulle'],
    ['hu', 'Egy meleg gyapjú sál a télre, amely minden színben kapható és nagyon puha is'],
    ['tr', 'Kış için sıcak bir yün atkı, çok yumuşak ve her renk için ideal, ama daha da hafif'],
    ['ru', 'Тёплый шарф из шерсти для зимы, с бахромой и в разных цветах'],
    ['uk', 'Теплий шарф з вовни для зими, який є у різних кольорах та не коле, і він для всіх'],
    ['el', 'Ζεστό μάλλινο κασκόλ για τον χειμώνα'],
    ['ja', '冬のための暖かいウールのスカーフ'],
    ['zh', '冬季保暖羊毛围巾'],
    ['ko', '겨울을 위한 따뜻한 울 스카프'],
    ['th', 'ผ้าพันคอขนสัตว์อุ่นสำหรับฤดูหนาว'],
  ])('tells %s in an English market and in its own', (language, text) => {
    expect(guessLanguage(text, 'en')).toBe(language);
    expect(guessLanguage(text, language)).toBe(language);
  });

  it('keeps the expected language where letters and words fit several', () => {
    expect(guessLanguage('冬季保暖羊毛', 'ja')).toBe('ja');
    expect(guessLanguage('Топли вунени шал', 'sr')).toBe('sr');
  });

  it.each(['Nike Air Max 90', 'Ciepły szalik z wełny na zimę', '', '42'])('tells nothing of "%s"', (text) => {
    expect([undefined, 'pl']).toContain(guessLanguage(text, 'pl'));
  });

  it('is total', () => {
    fc.assert(fc.property(anyText(), (text) => guessLanguage(text, 'de') !== ''));
  });
});
