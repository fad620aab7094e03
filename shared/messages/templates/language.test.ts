/** A guest is written to in a language of theirs that the user has seen, or else in the user's default. */
import { expect, test } from 'vitest';
import { messageSettingsSchema, templateSchema } from '../../domain/told.ts';
import type { Template } from '../../domain/told.ts';
import { Secret } from '../../secret.ts';
import { languageOf } from './language.ts';
import type { TextSettings } from './language.ts';
import { unitId } from '../../../tests/support/ids.ts';

function language(booking: string | null, phone: string | null, messages: object = {}, templates: readonly Template[] = []): string {
  const settings: TextSettings = { messages: messageSettingsSchema.parse(messages), templates };
  const stay = { language: booking, phone: phone === null ? null : new Secret(phone), unitId: unitId(5) };
  return languageOf(stay, 'code', settings);
}
const DRAFTS = { approvedDrafts: ['es', 'it', 'nl', 'pt', 'cs', 'uk'] };

test.each([
  ['FR', 'fr'],
  ['de-AT', 'de'],
  ['en_gb', 'en'],
  [' pl ', 'pl'],
  ['ua', 'uk'],
  ['uk', 'uk'],
  ['pt-BR', 'pt'],
  ['cz', 'cs'],
])('Smoobu’s %j is %s, whatever the phone number', (given, expected) => {
  expect(language(given, '+33612345678', DRAFTS)).toBe(expected);
});

test.each([
  ['+33612345678', 'fr'],
  ['33612345678', 'fr'],
  ['+436601234567', 'de'],
  ['+48501234567', 'pl'],
  ['+18095550123', 'es'],
  ['+12125550123', 'en'],
  ['+420601234567', 'cs'],
  ['+41791234567', 'de'],
])('without a language there, or with one that is none of ours, the number %s says %s, or the default does', (phone, expected) => {
  const messages = { ...DRAFTS, language: 'de' };
  expect(language(null, phone, messages)).toBe(expected);
  expect(language('sv', phone, messages)).toBe(expected);
  expect(language('', phone, messages)).toBe(expected);
});

test('a draft counts once the user has approved it, or has written another text', () => {
  expect(language('es', null, { language: 'fr' })).toBe('fr');
  expect(language('es', null, { language: 'fr', approvedDrafts: ['es'] })).toBe('es');
  const own = templateSchema.parse({ name: 'code', language: 'es', unitId: 5, version: 1, text: 'x' });
  expect(language('es', null, { language: 'fr' }, [own])).toBe('es');
  expect(language('es', null, { language: 'fr' }, [{ ...own, unitId: unitId(6) }])).toBe('fr');
  expect(language('es', null, { language: 'fr' }, [{ ...own, name: 'correction' }])).toBe('fr');
});

test('a default that is a draft nobody has looked at gives English', () => {
  expect(language(null, null, { language: 'it' })).toBe('en');
  expect(language('es', null, { language: 'it' })).toBe('en');
  expect(language('fr', null, { language: 'it' })).toBe('fr');
});
