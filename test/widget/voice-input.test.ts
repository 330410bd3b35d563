import { describe, expect, it } from 'vitest';
import { canReadAloud, type Recognition, recognitionOf } from '../../src/widget/speech.ts';
import { listen } from '../../src/widget/voice-input.ts';

function fakeRecognition() {
  const calls: string[] = [];
  const recognition: Recognition = {
    lang: '',
    interimResults: false,
    onresult: null,
    onerror: null,
    onend: null,
    start: () => calls.push('start'),
    stop: () => calls.push('stop'),
  };
  return { recognition, calls };
}

const heardBy = (recognition: Recognition) => {
  const heard: unknown[] = [];
  const stop = listen(recognition, {
    locale: 'pt-PT',
    onText: (text) => heard.push(text),
    onEnd: (failure) => heard.push(['end', failure]),
  });
  return { heard, stop };
};

describe('listen', () => {
  it('gives everything understood so far, in the language of the page', () => {
    const { recognition, calls } = fakeRecognition();
    const { heard, stop } = heardBy(recognition);
    expect([recognition.lang, recognition.interimResults, calls]).toEqual(['pt-PT', true, ['start']]);
    recognition.onresult?.({ results: [[{ transcript: 'um cachecol' }]] });
    recognition.onresult?.({ results: [[{ transcript: 'um cachecol' }], [{ transcript: ' quente' }]] });
    stop();
    recognition.onend?.();
    expect(calls).toEqual(['start', 'stop']);
    expect(heard).toEqual(['um cachecol', 'um cachecol quente', ['end', undefined]]);
  });

  it.each([
    ['not-allowed', 'voiceRefused'],
    ['service-not-allowed', 'voiceRefused'],
    ['no-speech', 'voiceFailed'],
    ['network', 'voiceFailed'],
    ['aborted', undefined],
  ])('says why nothing was heard: %s', (error, failure) => {
    const { recognition } = fakeRecognition();
    const { heard } = heardBy(recognition);
    recognition.onerror?.({ error });
    recognition.onend?.();
    expect(heard).toEqual([['end', failure]]);
  });
});

it('finds speech under either name, and none where there is none', () => {
  class Fake {}
  expect(recognitionOf({ SpeechRecognition: Fake })).toBe(Fake);
  expect(recognitionOf({ webkitSpeechRecognition: Fake })).toBe(Fake);
  expect(recognitionOf({})).toBeUndefined();
  expect(canReadAloud({ speechSynthesis: {}, SpeechSynthesisUtterance: Fake })).toBe(true);
  expect(canReadAloud({})).toBe(false);
});
