/** "noon" where a clock of twelve hours says "12:00 PM", which many readers take for midnight. */

/** For texts that `Intl` has written in this locale. */
export function noonIn(locale: string): (text: string) => string {
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
  const noonMs = Date.UTC(2000, 0, 1, 12);
  if (clock.resolvedOptions().hour12 !== true) return (text) => text;
  const written = clock.format(noonMs);
  const parts = new Intl.DateTimeFormat(locale, { hour: 'numeric', dayPeriod: 'short', timeZone: 'UTC' }).formatToParts(noonMs);
  const noon = parts.find(({ type }) => type === 'dayPeriod')?.value ?? written;
  return (text) => text.replace(written, noon);
}
