/** The schedules that are offered by name. Pure. */
import type { WindowTranslate } from '../../lib/texts.ts';

export const PRESETS = [
  { id: 'every-5', cron: '*/5 * * * *' },
  { id: 'every-15', cron: '*/15 * * * *' },
  { id: 'every-30', cron: '*/30 * * * *' },
  { id: 'hourly', cron: '0 * * * *' },
] as const;
export type PresetId = (typeof PRESETS)[number]['id'];

/** The preset of a cron expression, however it is spaced; `own` for any other. */
export function presetOf(cron: string): PresetId | 'own' {
  const wanted = cron.trim().split(/\s+/).join(' ');
  return PRESETS.find((preset) => preset.cron === wanted)?.id ?? 'own';
}
export function cronOf(id: PresetId): string {
  return PRESETS.find((preset) => preset.id === id)?.cron ?? PRESETS[1].cron;
}

export interface PresetChoice {
  readonly value: PresetId | 'own';
  readonly label: string;
}
export function presetChoices(t: WindowTranslate): readonly PresetChoice[] {
  return [...PRESETS.map(({ id }) => ({ value: id, label: t(`settings.${id}`) })), { value: 'own', label: t('settings.own-schedule') }];
}
