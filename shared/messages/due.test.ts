/** Which message is due, case by case. */
import { expect, test } from 'vitest';
import type { Told, ToldContent } from '../domain/told.ts';
import type { Pin } from '../domain/code.ts';
import type { KeypadPlace } from '../domain/ids.ts';
import { place } from '../../tests/support/ids.ts';
import {
  DIGESTS,
  doorToTell,
  dueInput,
  local,
  NO_DIGESTS,
  register,
  SECOND,
  stayToTell,
  TELL_MS,
  windowOf,
} from '../../tests/support/to-tell.ts';
import type { DueParts } from '../../tests/support/to-tell.ts';
import { HOUR_MS, MINUTE_MS } from '../time.ts';
import { messagesDue } from './due.ts';
import type { MessageDecision } from './due.ts';
import type { StayToTell } from './stay-to-tell.ts';

function decision(parts: DueParts = {}): MessageDecision {
  const [first] = messagesDue(dueInput(parts));
  if (first === undefined) throw new Error('There is no stay.');
  return first;
}
/** Such as "waiting not-verified". */
function said(parts: DueParts = {}): string {
  const { kind, state, reason } = decision(parts);
  return [...(kind === 'correction' ? [kind] : []), state, ...(reason === null ? [] : [reason])].join(' ');
}
const BROKEN = { name: 'code', language: 'en', unitId: null, version: 1, text: '{nip}' };
function contentOf(stay: StayToTell): ToldContent {
  const { send } = decision({ stays: [stay], remembered: {}, settings: { sending: { message: true }, ...NOW } });
  if (send === null) throw new Error('Nothing is due.');
  return send.content;
}
const NOW = { messages: { message: { when: { kind: 'verified' } }, quietHours: { from: '00:00', to: '00:00' } } };
function knownOf(stay: StayToTell, state: NonNullable<Told['known']>['state'] = 'confirmed'): NonNullable<Told['known']> {
  return { content: contentOf(stay), kind: 'code', state, atMs: TELL_MS - HOUR_MS };
}
/** Told about a stay as it was, and now it is like this. */
function after(before: StayToTell, stay: StayToTell, row: Partial<Told> = {}, parts: DueParts = {}): DueParts {
  return { ...parts, stays: [stay], remembered: { ...parts.remembered, told: register({ known: knownOf(before), ...row }) } };
}
const other = '4812' as Pin;

test('a verified stay is told at once, with its digits and the digest of them', () => {
  const { state, atMs, send } = decision();
  expect([state, atMs]).toEqual(['due', TELL_MS]);
  expect(send?.content).toEqual({
    doors: [{ ...place(11, 'KpAlpha1'), prefix: '', pin: DIGESTS.digestPin('4711' as Pin) }],
    window: windowOf('2026-11-24T15:00', '2026-11-26T11:00'),
    language: 'en',
    version: 0,
  });
  expect(send?.text.reveal()).toContain('Front: 4711');
});

test.each<[string, DueParts]>([
  ['off not-started', { settings: { sending: { placeholder: true } } }],
  ['off no-pin-key', { digests: NO_DIGESTS }],
  ['off register-lost', { remembered: { 'way-started': new Map([['placeholder', { sinceMs: 1 }]]) } }],
  ['off register-lost', { isUnknown: true }],
  ['off over', { nowMs: Date.parse('2026-11-26T10:00:00Z') }],
  ['off blocked', { stays: [stayToTell({ access: 'off' })] }],
  ['off not-for-stay', { stays: [stayToTell({ isMuted: true })] }],
  ['off not-for-unit', { settings: exceptFor({ units: [101] }) }],
  ['off not-for-channel', { stays: [stayToTell({ channelId: 7 })], settings: exceptFor({ channels: [7] }) }],
  ['due', { stays: [stayToTell({ channelId: 8 })], settings: exceptFor({ channels: [7] }) }],
  ['waiting paused', { settings: { sending: { message: true }, pause: { kind: 'until-resumed' } } }],
  ['waiting paused', { settings: { sending: { message: true }, pause: { kind: 'until', untilMs: TELL_MS + 1 } } }],
  ['waiting asked', { isDoubtful: true }],
  ['waiting not-verified', { stays: [stayToTell({ doors: [doorToTell({ isVerified: false })] })] }],
  ['waiting not-verified', { stays: [stayToTell({ doors: [doorToTell({ pin: null })] })] }],
  ['waiting not-verified', { stays: [stayToTell({ doors: [doorToTell(), doorToTell({ ...SECOND, isVerified: false })] })] }],
  ['waiting template-broken', { settings: { ...NOW, sending: { message: true }, templates: [BROKEN] } }],
])('%s', (expected, parts) => {
  expect(said(parts)).toBe(expected);
});
function exceptFor(except: object): Record<string, unknown> {
  return { sending: { message: true }, messages: { message: { when: { kind: 'verified' }, except } } };
}

test('two days before at ten in door time, at once where the booking came later, and hours before', () => {
  const stays = [stayToTell({ window: windowOf('2026-11-27T15:00', '2026-11-28T11:00') })];
  const on = (message: object) => ({ stays, settings: { sending: { message: true }, messages: { message } } });
  expect(decision(on({}))).toMatchObject({ state: 'scheduled', atMs: Date.parse('2026-11-25T09:00:00Z') });
  expect(decision(on({ when: { kind: 'hours', hours: 24 } }))).toMatchObject({
    state: 'scheduled',
    atMs: Date.parse('2026-11-26T14:00:00Z'),
  });
  expect(said({ ...on({}), nowMs: Date.parse('2026-11-25T09:00:00Z') })).toBe('due');
  expect(said({ ...on({}), stays: [stayToTell()] })).toBe('due');
});

test('a text that would go in the quiet hours is announced for their end', () => {
  const stays = [stayToTell({ window: windowOf('2026-11-27T15:00', '2026-11-28T11:00') })];
  const settings = { sending: { message: true }, messages: { message: { when: { kind: 'days', days: 1, at: '03:00' } } } };
  expect(decision({ stays, settings })).toMatchObject({ state: 'scheduled', atMs: Date.parse('2026-11-26T06:00:00Z') });
});

test.each([
  ['in the evening before', '2026-11-23T22:30:00Z', '15:00', 'waiting quiet-hours'],
  ['in the small hours', '2026-11-24T03:00:00Z', '15:00', 'waiting quiet-hours'],
  ['who may arrive before ten', '2026-11-23T22:30:00Z', '09:00', 'due'],
  ['who may arrive at ten', '2026-11-23T22:30:00Z', '10:00', 'waiting quiet-hours'],
  ['whose arrival time has passed', '2026-11-24T21:30:00Z', '15:00', 'due'],
  ['who is staying', '2026-11-26T03:00:00Z', '15:00', 'due'],
  ['at the end of the quiet hours', '2026-11-24T06:00:00Z', '15:00', 'due'],
])('message quiet hours and a guest %s', (_, now, start, expected) => {
  const stay = stayToTell({ window: windowOf(`2026-11-24T${start}`, '2026-11-26T11:00') });
  expect(said({ stays: [stay], nowMs: Date.parse(now) })).toBe(expected);
});

test('quiet hours end where the clock jumps, and in the hour that is repeated', () => {
  const messages = { message: { when: { kind: 'verified' } }, quietHours: { from: '22:00', to: '02:30' } };
  const settings = { sending: { message: true }, messages };
  const at = (now: string, start: string) => {
    const stay = stayToTell({ window: windowOf(start, '2027-05-01T11:00') });
    const { state, atMs } = decision({ stays: [stay], settings, nowMs: Date.parse(now) });
    return [state, atMs === null ? null : new Date(atMs).toISOString()];
  };
  expect(at('2027-03-28T00:30:00Z', '2027-03-29T15:00')).toEqual(['waiting', '2027-03-28T01:30:00.000Z']);
  expect(at('2026-10-25T00:10:00Z', '2026-10-26T15:00')).toEqual(['waiting', '2026-10-25T00:30:00.000Z']);
  expect(at('2026-10-25T01:10:00Z', '2026-10-26T15:00')).toEqual(['waiting', '2026-10-25T01:30:00.000Z']);
});

test('what was told is not told again, by whichever way', () => {
  const stay = stayToTell();
  for (const way of ['message', 'copy', 'host'] as const)
    expect(said({ stays: [stay], remembered: { told: register({ way, known: knownOf(stay) }) } })).toBe('confirmed');
  expect(said({ stays: [stay], remembered: { told: register({ way: 'placeholder', known: knownOf(stay) }) } })).toBe('due');
});

test.each<[string, StayToTell, string]>([
  ['another PIN', stayToTell({ doors: [doorToTell({ pin: other })] }), 'correction due'],
  ['a prefix', stayToTell({ doors: [doorToTell({ prefix: '18' })] }), 'correction due'],
  ['another door', stayToTell({ doors: [doorToTell(SECOND)] }), 'correction due'],
  ['a second door', stayToTell({ doors: [doorToTell(), doorToTell(SECOND)] }), 'correction due'],
  ['a later start', stayToTell({ window: windowOf('2026-11-24T16:00', '2026-11-26T11:00') }), 'correction due'],
  ['an earlier end', stayToTell({ window: windowOf('2026-11-24T15:00', '2026-11-26T10:00') }), 'correction due'],
  ['other days', stayToTell({ window: windowOf('2026-11-25T15:00', '2026-11-27T11:00') }), 'correction due'],
  ['a longer window', stayToTell({ window: windowOf('2026-11-24T14:00', '2026-11-26T12:00') }), 'confirmed'],
  ['names, hints and the address', stayToTell({ address: 'X', doors: [doorToTell({ name: 'Door', hint: 'Press ✓' })] }), 'confirmed'],
  ['a lock that cannot be read', stayToTell({ doors: [doorToTell({ isVerified: false })] }), 'confirmed'],
  [
    'a door beside one that cannot be read',
    stayToTell({ doors: [doorToTell(), doorToTell({ ...SECOND, isVerified: false })] }),
    'confirmed',
  ],
])('after %s', (_, stay, expected) => {
  const before = _.startsWith('a door beside') ? stayToTell({ doors: [doorToTell(), doorToTell(SECOND)] }) : stayToTell();
  expect(said(after(before, stay))).toBe(expected);
});

test('a longer window is told where the user wants that, and a correction names what changed', () => {
  const settings = { sending: { message: true }, messages: { message: { when: { kind: 'verified' }, tellsLonger: true } } };
  const longer = stayToTell({ window: windowOf('2026-11-24T14:00', '2026-11-26T11:00') });
  expect(decision(after(stayToTell(), longer, {}, { settings })).send?.text.reveal()).toContain('longer time');
  const window = windowOf('2026-11-24T15:00', '2026-11-25T11:00');
  const both = stayToTell({ doors: [doorToTell({ pin: other, window })], window });
  expect(decision(after(stayToTell(), both)).send?.text.reveal()).toMatch(/code has changed.*shorter time/);
  expect(decision(after(stayToTell(), both)).correction?.changes).toEqual(['pin', 'shorter']);
});

test('a start that has passed either way is no change', () => {
  const nowMs = Date.parse('2026-11-25T09:00:00Z');
  const stay = stayToTell({ nowMs, window: windowOf('2026-11-24T18:00', '2026-11-26T11:00') });
  expect(said(after(stayToTell(), stay, {}, { nowMs }))).toBe('confirmed');
});

test('a keypad that took the place of another one is the same door for the guest', () => {
  const act = (from: KeypadPlace, to: KeypadPlace, atMs: number) => ({ act: 'replaced', atMs, from, to, units: [], people: [] }) as const;
  const third = place(13, 'KpGate44');
  const acts = new Map([
    ['b', act(place(12, 'KpBravo2'), third, 2)],
    ['a', act(place(11, 'KpAlpha1'), place(12, 'KpBravo2'), 1)],
  ]);
  const stay = stayToTell({ doors: [doorToTell(third)] });
  expect(said(after(stayToTell(), stay, {}, { remembered: { 'door-act': acts } }))).toBe('confirmed');
  expect(said(after(stayToTell(), stay))).toBe('correction due');
});

test('within three hours the user is asked whether to send for the verified doors, once for the same ones', () => {
  const stay = stayToTell({ doors: [doorToTell(), doorToTell({ ...SECOND, isVerified: false })] });
  const nowMs = stay.startMs - 3 * HOUR_MS;
  const parts = { stays: [stay], nowMs };
  const { asked } = decision(parts);
  expect([said(parts), asked?.about, asked?.isDeclined]).toEqual(['waiting not-verified', 'verified', false]);
  if (asked === null) return;
  const declined = { ...asked, isDeclined: true };
  expect(decision({ ...parts, remembered: { told: register({ asked: declined }) } }).asked).toEqual(declined);
  const agreed = decision({ ...parts, remembered: { told: register({ agreed: asked.content }) } });
  expect([agreed.state, agreed.send?.text.reveal().includes('Flat')]).toEqual(['due', false]);
  expect(decision({ ...parts, nowMs: nowMs - 1 }).asked).toBeNull();
  expect(said(after(contentStay(stay), stayToTell({ doors: [doorToTell(), doorToTell(SECOND)] })))).toBe('correction due');
});
function contentStay(stay: StayToTell): StayToTell {
  return { ...stay, doors: stay.doors.filter(({ isVerified }) => isVerified) };
}

test('a PIN that somebody changed at The Keys is told to a guest who knows another one only after the user agrees', () => {
  const stay = stayToTell({ doors: [doorToTell({ pin: other, isPinByHand: true })] });
  const { asked } = decision(after(stayToTell(), stay));
  expect([said(after(stayToTell(), stay)), asked?.about]).toEqual(['correction waiting changed-by-hand', 'by-hand']);
  expect(said(after(stayToTell(), stay, { agreed: asked?.content ?? null }))).toBe('correction due');
  expect(said({ stays: [stay] })).toBe('due');
});

test('what may be on its way is not sent again, and what was certainly not sent waits for the next try', () => {
  const stay = stayToTell();
  const attempt = {
    content: contentOf(stay),
    kind: 'code',
    text: 'x',
    sinceMs: TELL_MS,
    tries: 0,
    nextMs: TELL_MS + 5 * MINUTE_MS,
  } as const;
  const withAttempt = (changes: Partial<NonNullable<Told['attempt']>>) => ({
    stays: [stay],
    remembered: { told: register({ attempt: { ...attempt, state: 'sending', ...changes } }) },
  });
  expect(said(withAttempt({}))).toBe('unclear reading-thread');
  expect(said(withAttempt({ state: 'accepted' }))).toBe('sent');
  expect(decision(withAttempt({})).readsThread).toBe(false);
  expect(decision({ ...withAttempt({}), nowMs: attempt.nextMs })).toMatchObject({ readsThread: true, send: { kind: 'code' } });
  expect(said(withAttempt({ state: 'accepted', tries: 2 }))).toBe('unclear asked');
  expect(said(withAttempt({ state: 'refused' }))).toBe('waiting refused');
  expect(said({ ...withAttempt({ state: 'refused' }), nowMs: attempt.nextMs })).toBe('due');
  const changed = { ...withAttempt({ state: 'refused' }), stays: [stayToTell({ doors: [doorToTell({ pin: other })] })] };
  expect(said(changed)).toBe('due');
  expect(said({ ...changed, ...withAttempt({}), stays: changed.stays })).toBe('correction due');
});

test('in order of arrival', () => {
  const stays = [
    stayToTell({ id: 14, window: windowOf('2026-11-25T15:00', '2026-11-26T11:00') }),
    stayToTell({ id: 13 }),
    stayToTell({ id: 12 }),
  ];
  expect(messagesDue(dueInput({ stays })).map(({ bookingId }) => bookingId)).toEqual([12, 13, 14]);
});

test('the window that is told is that in which every verified door opens', () => {
  const late = doorToTell({ ...SECOND, window: { start: local('2026-11-24T16:00'), end: local('2026-11-26T10:00') } });
  expect(decision({ stays: [stayToTell({ doors: [doorToTell(), late] })] }).send?.content.window).toEqual(late.window);
});
