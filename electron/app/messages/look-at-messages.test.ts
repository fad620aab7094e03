/** The line of a message, as it is shown. */
import { expect, it } from 'vitest';
import { dueInput, register, stayToTell, TELL_MS } from '../../../tests/support/to-tell.ts';
import type { DueParts } from '../../../tests/support/to-tell.ts';
import { messagesDue } from '../../../shared/messages/due.ts';
import { messageLine } from './look-at-messages.ts';

const GERMAN = stayToTell({ language: 'de' });

function line(parts: DueParts): ReturnType<typeof messageLine> {
  const input = dueInput(parts);
  const [decision] = messagesDue(input);
  if (decision === undefined) throw new Error('There is no stay.');
  return messageLine(decision, input.settings);
}

it('says in which language the guest would be told, and of one who was told in which it was', () => {
  expect(line({ stays: [GERMAN] })).toMatchObject({ state: 'due', language: 'de' });
  const [due] = messagesDue(dueInput({ stays: [GERMAN] }));
  if (due?.send == null) throw new Error('Nothing is due.');
  const known = { content: due.send.content, kind: 'code', state: 'confirmed', atMs: TELL_MS } as const;
  const told = { stays: [stayToTell({ language: 'fr' })], remembered: { told: register({ known }) } };
  expect(line(told)).toMatchObject({ state: 'confirmed', language: 'de' });
});

it('has nothing of what must stay in memory', () => {
  expect(Object.keys(line({ stays: [GERMAN] })).sort()).toEqual(['atMs', 'bookingId', 'kind', 'language', 'reason', 'state', 'way']);
});
