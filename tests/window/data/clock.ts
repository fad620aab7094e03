/** When all scenes play: a Monday morning in Paris. */

export const ZONE = 'Europe/Paris';
export const NOW_MS = Date.parse('2026-11-23T09:15:00Z');
