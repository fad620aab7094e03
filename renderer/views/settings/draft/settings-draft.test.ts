import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../../shared/domain/settings.ts';
import { CODE_KEYS, readDraft, savedText, TIME_KEYS, turnover } from './settings-draft.ts';
import type { Draft } from './settings-draft.ts';

const saved = defaultSettings();
const read = (draft: Draft) => readDraft(saved, draft, (zone) => zone === 'Europe/Rome');

describe('settings that are typed', () => {
  it('are saved by their changed fields alone, and previewed as whole sections', () => {
    const { changed, wrong, change, next } = read({ checkIn: '13:00', checkOut: '12:00', keepDays: ' 3 ', timeZone: 'Europe/Rome' });
    expect([changed, wrong]).toEqual([['checkIn', 'timeZone', 'keepDays'], []]);
    expect(change).toEqual({ times: { checkIn: '13:00', timeZone: 'Europe/Rome' }, codes: { keepDays: 3 } });
    expect(next).toEqual({ times: { ...saved.times, ...change.times }, codes: { ...saved.codes, keepDays: 3 } });
  });
  it('without a cleaning time have none, not one of 0 minutes', () => {
    expect(read({ cleaningMinutes: '0' }).change).toEqual({ times: { cleaningMinutes: 0 } });
    const withOne = { ...saved, times: { ...saved.times, cleaningMinutes: 60 } };
    expect(readDraft(withOne, { cleaningMinutes: '' }, () => true).change).toEqual({ times: { cleaningMinutes: null } });
  });
  it('say what a day means on which guests change', () => {
    const at = (checkIn: string) => turnover(read({ checkIn, checkOut: '11:00' }).next.times);
    expect(['10:59', '11:00', '11:01'].map(at)).toEqual(['both-open', 'no-gap', 'gap']);
  });
  it.each([
    ['checkIn', ''],
    ['checkOut', '25:00'],
    ['timeZone', 'Mars/Olympus'],
    ['pinLength', '3'],
    ['pinLength', '9'],
    ['horizonDays', '731'],
    ['maxEarlyMinutes', ''],
    ['cleaningMinutes', 'an hour'],
    ['betweenStaysHours', '25'],
  ] as const)('cannot be saved with %s “%s”, and nothing of it is', (key, text) => {
    expect(read({ [key]: text, keepDays: '3' })).toMatchObject({ wrong: [key], change: { codes: { keepDays: 3 } } });
  });
  it('are not changed by typing what is saved', () => {
    const keys = [...TIME_KEYS, ...CODE_KEYS];
    fc.assert(
      fc.property(fc.subarray(keys), (typed) => {
        const draft = Object.fromEntries(typed.map((key) => [key, savedText(saved, key)]));
        const { times, codes } = saved;
        expect(readDraft(saved, draft, () => false)).toEqual({ changed: [], wrong: [], change: {}, next: { times, codes } });
      }),
    );
  });
});
