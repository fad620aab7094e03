import { expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { presetOf as presetOfMain, SCHEDULE_PRESETS } from '../../../electron/app/schedule/schedule-policy.ts';
import { cronOf, presetOf, PRESETS } from './schedule-presets.ts';

it('offers what main knows by name', () => {
  expect(PRESETS).toEqual(SCHEDULE_PRESETS);
});
it('knows each of them again, however it is spaced', () => {
  for (const { id, cron } of PRESETS) {
    expect(presetOf(cron)).toBe(id);
    expect(presetOf(`  ${cron.replaceAll(' ', '   ')} `)).toBe(id);
    expect(cronOf(id)).toBe(cron);
  }
  expect(presetOf(defaultSettings().schedule.cron)).toBe('every-15');
});
it('calls all others the user’s own', () => {
  for (const cron of ['*/20 * * * *', '0 6-22 * * *', '', '* * * *', '*/15 * * * * *']) {
    expect(presetOf(cron)).toBe('own');
    expect(presetOfMain(cron)).toBeNull();
  }
});
