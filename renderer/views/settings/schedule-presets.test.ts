import { expect, it } from 'vitest';
import { createScheduler } from '../../../electron/scheduling/scheduler.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { cronOf, presetOf, PRESETS } from './schedule-presets.ts';

it('offers schedules that main accepts', () => {
  for (const { cron } of PRESETS) expect(createScheduler().validate(cron)).toBe(true);
});
it('recognizes each of them, however it is spaced', () => {
  for (const { id, cron } of PRESETS) {
    expect(presetOf(cron)).toBe(id);
    expect(presetOf(`  ${cron.replaceAll(' ', '   ')} `)).toBe(id);
    expect(cronOf(id)).toBe(cron);
  }
  expect(presetOf(defaultSettings().schedule.cron)).toBe('every-15');
});
it('calls all others the user’s own', () => {
  for (const cron of ['*/20 * * * *', '* * * * *', '30 7 * * *', '0 6-22 * * *', '99 8 * * *', '', '* * * *', '*/15 * * * * *'])
    expect(presetOf(cron)).toBe('own');
});
