import { expect, it } from 'vitest';
import { noonIn } from './noon.ts';

const at = (locale: string, hour: number): string =>
  noonIn(locale)(
    new Intl.DateTimeFormat(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(
      Date.UTC(2026, 10, 23, hour),
    ),
  );

it('says noon where the clock has twelve hours, and only then', () => {
  expect([at('en-US', 12), at('en-US', 0), at('en-US', 15)]).toEqual(['Mon noon', 'Mon 12:00 AM', 'Mon 03:00 PM']);
  for (const locale of ['en-GB', 'de', 'fr', 'pl']) expect(at(locale, 12)).toMatch(/12:00/);
});
