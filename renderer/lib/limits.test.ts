import { describe, expect, it } from 'vitest';
import { unitMappingSchema } from '../../shared/domain/mapping.ts';
import { settingsSchema } from '../../shared/domain/settings.ts';
import { LIMITS, readTime, readWholeNumber } from './limits.ts';

describe('the limits', () => {
  const { codes, history, times } = settingsSchema.shape;
  const { bufferBeforeMinutes, bufferAfterMinutes } = unitMappingSchema.shape;
  const takes = {
    pinLength: (value: number) => codes.safeParse({ pinLength: value }).success,
    horizonDays: (value: number) => codes.safeParse({ horizonDays: value }).success,
    keepDays: (value: number) => codes.safeParse({ keepDays: value }).success,
    historyKeepDays: (value: number) => history.safeParse({ keepDays: value }).success,
    bufferMinutes: (value: number) =>
      bufferBeforeMinutes.safeParse(value).success &&
      bufferAfterMinutes.safeParse(value).success &&
      times.safeParse({ cleaningMinutes: value, maxEarlyMinutes: value }).success,
    betweenStaysHours: (value: number) => codes.safeParse({ betweenStaysHours: value }).success,
  };
  it.each(['pinLength', 'horizonDays', 'keepDays', 'historyKeepDays', 'bufferMinutes', 'betweenStaysHours'] as const)(
    'of %s are those of the settings',
    (name) => {
      const { min, max } = LIMITS[name];
      expect([min, max].map(takes[name])).toEqual([true, true]);
      expect([min - 1, max + 1].map(takes[name])).toEqual([false, false]);
    },
  );
});

it('reads whole numbers within limits, and nothing else', () => {
  const limits = { min: 4, max: 8 };
  expect(['4', ' 8 ', '06'].map((text) => readWholeNumber(text, limits))).toEqual([4, 8, 6]);
  expect(['3', '9', '', '4.5', '4e0', '-4', 'six', '9999999'].map((text) => readWholeNumber(text, limits))).toEqual(Array(8).fill(null));
});
it('reads times as a time field gives them', () => {
  expect(['00:00', '23:59'].map(readTime)).toEqual(['00:00', '23:59']);
  expect(['', '24:00', '7:00', '07:60', '07:00:00'].map(readTime)).toEqual(Array(5).fill(null));
});
