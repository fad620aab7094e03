import { expect, it } from 'vitest';
import { createFormats } from '../../electron/compose/formats.ts';
import type { Covered } from '../domain/readiness.ts';
import { mainText } from '../i18n/main-texts.ts';
import type { LocalDateTime } from '../time.ts';
import { coveredText, quitLabel } from './covered-text.ts';

const LOCALES = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', pl: 'pl-PL' } as const;
const covered = (messages: number): Covered => ({ untilMs: 2, ends: 'arrival', messages, asOfMs: 0 });

it.each(Object.entries(LOCALES))('in %s, a menu entry says when and how many messages, within its width', (name, locale) => {
  const text = mainText({ language: name as keyof typeof LOCALES, locale });
  const time = createFormats(locale, 'Europe/Paris', () => Date.parse('2027-02-20T15:00Z')).dateTime('2027-02-24T15:00' as LocalDateTime);
  for (const messages of [1, 3, 12, 120]) {
    const label = quitLabel(covered(messages), 1, time, text);
    expect(label.length).toBeLessThanOrEqual(75);
    for (const said of [label, coveredText(covered(messages), 1, time, text)]) {
      expect(said).toContain(time);
      expect(said).toContain(String(messages));
    }
  }
  expect(quitLabel(covered(0), 1, time, text)).toContain(time);
  expect(quitLabel(covered(3), 2, time, text)).toBe(text('tray.quit'));
});
