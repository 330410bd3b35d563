import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  characterPairs,
  segmentWords,
  singleIdeographs,
  splitScripts,
} from '../../src/text/unspaced-scripts.ts';
import { anyText } from './any-text.ts';

describe('splitScripts', () => {
  it('cuts where the scripts meet and loses nothing, for any text', () => {
    expect(splitScripts('USB-Cケーブル2本').map(({ raw }) => raw)).toEqual(['USB-C', 'ケーブル', '2', '本']);
    fc.assert(
      fc.property(
        anyText(),
        (text) =>
          splitScripts(text)
            .map(({ raw }) => raw)
            .join('') === text,
      ),
    );
  });
});

describe('segmentWords', () => {
  it('gives words that stand where it says, for any text', () => {
    fc.assert(
      fc.property(anyText(), (text) =>
        segmentWords(text).every(({ raw, offset }) => text.slice(offset, offset + raw.length) === raw),
      ),
    );
  });
});

describe('characterPairs', () => {
  it('pairs the letters of a run, never two hiragana', () => {
    expect(characterPairs('防水の折りたたみ傘')).toEqual(['防水', '水の', 'の折', '折り', 'み傘']);
    expect(characterPairs('무선이어폰')).toEqual(['무선', '선이', '이어', '어폰']);
  });

  it('reads half-width letters as full ones', () => {
    expect(characterPairs('ｹｰﾌﾞﾙ')).toEqual(characterPairs('ケーブル'));
  });

  it('takes a lone character whole, and nothing of other scripts', () => {
    expect(characterPairs('傘 USB umbrella')).toEqual(['傘']);
    expect(characterPairs('red scarf')).toEqual([]);
  });
});

it('takes the Han characters of a text one by one', () => {
  expect(singleIdeographs('日傘 Umbrella かさ')).toEqual(['日', '傘']);
});
