/** The schedules offered by name, and which of them an expression is. Pure. */

export const PRESETS = [
  { id: 'every-5', cron: '*/5 * * * *' },
  { id: 'every-15', cron: '*/15 * * * *' },
  { id: 'every-30', cron: '*/30 * * * *' },
  { id: 'hourly', cron: '0 * * * *' },
] as const;
export type PresetId = (typeof PRESETS)[number]['id'];

/** `own`: none of those offered, however it is spaced. */
export function presetOf(cron: string): PresetId | 'own' {
  const wanted = cron.trim().split(/\s+/).join(' ');
  return PRESETS.find((preset) => preset.cron === wanted)?.id ?? 'own';
}
export function cronOf(id: PresetId): string {
  return PRESETS.find((preset) => preset.id === id)?.cron ?? PRESETS[1].cron;
}
