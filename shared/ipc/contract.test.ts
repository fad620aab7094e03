import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { AppSnapshot } from '../domain/app-state.ts';
import type { RunDetail } from '../../electron/app/ports/storage.ts';
import type { RunRow } from '../domain/run.ts';
import { defaultSettings, userSettings } from '../domain/settings.ts';
import { CALLS, EVENTS } from './channels.ts';
import type { CallName } from './channels.ts';
import { contract, events, MAX_PAYLOAD_BYTES } from './contract.ts';
import type { CallOutput } from './contract.ts';
import { sampleSnapshot, sampleStay } from '../../tests/support/snapshot.ts';

const accepts = (name: CallName, input: unknown): boolean => contract[name].input.safeParse(input).success;
const answers = (name: CallName, output: unknown): boolean => contract[name].output.safeParse(output).success;

const sections = userSettings(defaultSettings());

describe('the contract', () => {
  it('has exactly the calls and events that the preload lets through', () => {
    expect(Object.keys(contract).sort()).toEqual([...CALLS].sort());
    expect(Object.keys(events).sort()).toEqual([...EVENTS].sort());
  });

  it('agrees with the types of the domain', () => {
    const row = (given: CallOutput<'history.runs'>['runs'][number]): RunRow => given;
    const detail = (given: NonNullable<CallOutput<'history.run'>>): Omit<RunDetail, 'problems'> => given;
    expect([row, detail].map((one) => typeof one)).toEqual(['function', 'function']);
  });

  it.each(CALLS)('%s accepts no unlisted field', (name) => {
    expect(accepts(name, undefined)).toBe(false);
    expect(accepts(name, [])).toBe(false);
    expect(accepts(name, 'text')).toBe(false);
    expect(accepts(name, { unheardOf: true })).toBe(false);
  });

  it('accepts only bounded texts and lists', () => {
    const long = 'x'.repeat(10_000);
    expect(accepts('credentials.save', { cloud: 'smoobu', apiKey: long, apiSecret: 'x' })).toBe(false);
    expect(accepts('credentials.save', { cloud: 'the-keys', phone: '+33611223344', password: long })).toBe(false);
    expect(accepts('schedule.preview', { cron: long })).toBe(false);
    expect(accepts('holds.dismiss', { key: long })).toBe(false);
    expect(accepts('holds.apply', { keys: [] })).toBe(false);
    expect(accepts('holds.apply', { keys: Array.from({ length: 501 }, (_, index) => String(index)) })).toBe(false);
    expect(accepts('history.runs', { limit: 101 })).toBe(false);
    expect(accepts('history.runs', { limit: 0 })).toBe(false);
  });

  it('has room for the longest legitimate payload', () => {
    const keys = Array.from({ length: 500 }, () => 'k'.repeat(300));
    expect(accepts('holds.apply', { keys })).toBe(true);
    expect(JSON.stringify({ keys }).length).toBeLessThan(MAX_PAYLOAD_BYTES);
  });

  it('accepts each cloud’s own credentials, and trims those that cannot begin or end with a space', () => {
    const smoobu = contract['credentials.save'].input.parse({ cloud: 'smoobu', apiKey: ' key ', apiSecret: 'secret\n' });
    expect(smoobu).toEqual({ cloud: 'smoobu', apiKey: 'key', apiSecret: 'secret' });
    const theKeys = contract['credentials.save'].input.parse({ cloud: 'the-keys', phone: ' +33611223344', password: ' p ' });
    expect(theKeys).toEqual({ cloud: 'the-keys', phone: '+33611223344', password: ' p ' });
    expect(accepts('credentials.save', { cloud: 'the-keys', apiKey: 'a', apiSecret: 'b' })).toBe(false);
  });
});

describe('the calls about people', () => {
  const person = { name: 'Plumber', lockIds: [1], schedule: { kind: 'always' }, dryRun: false };
  const edit = { personId: 'k3m9qa', dryRun: false };

  it('accept each kind of schedule, and no hours between stays, which are a setting', () => {
    const once = { kind: 'once', from: '2026-11-26T10:00', until: '2026-11-26T12:00' };
    for (const schedule of [once, { kind: 'always' }, { kind: 'between-stays', unitId: 5 }])
      expect(accepts('people.add', { ...person, schedule })).toBe(true);
    expect(accepts('people.add', { ...person, schedule: { kind: 'between-stays', unitId: 5, maxHours: 24 } })).toBe(false);
    expect(accepts('people.add', { ...person, schedule: { ...once, until: 'tomorrow' } })).toBe(false);
  });

  it('accept only bounded names, doors, PINs and answers, whole people and real changes', () => {
    expect(accepts('people.add', { ...person, pin: '0042' })).toBe(true);
    const locks = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);
    const wrong = [
      { name: 'x'.repeat(51) },
      { lockIds: [] },
      { lockIds: locks(501) },
      { pin: '1'.repeat(13) },
      { pin: 'abcd' },
      { isSpare: true },
    ];
    for (const change of wrong) {
      expect(accepts('people.add', { ...person, ...change })).toBe(false);
      expect(accepts('people.edit', { ...edit, edits: change })).toBe(false);
    }
    expect(accepts('people.edit', { ...edit, edits: { name: 'Otto', lockIds: locks(500) } })).toBe(true);
    expect(accepts('people.edit', { ...edit, edits: {} })).toBe(false);
    expect(accepts('people.edit', { ...edit, personId: 'Otto', edits: { name: 'x' } })).toBe(false);
    expect(accepts('people.remove', { ...edit, confirmed: Array.from({ length: 51 }, String) })).toBe(false);
    expect(accepts('people.remove', { ...edit, confirmed: true })).toBe(false);
    expect(accepts('door.spare', { lockId: 1, isOn: true, confirmed: [] })).toBe(true);
    expect(accepts('door.spare', { lockId: 1, isOn: 'on', confirmed: [] })).toBe(false);
    expect(accepts('door.spare', { lockId: 1, isOn: true, confirmed: [], pin: '0042' })).toBe(false);
    expect(accepts('people.link', { lockId: 1, codeId: 0.5, name: 'Cleaner', confirmed: [], dryRun: false })).toBe(false);
  });
});

describe('settings.save', () => {
  it('accepts sections and fields, and does not reset missing ones to their defaults', () => {
    for (const given of [sections, { times: sections.times }, { codes: { pinLength: 6 }, app: { theme: 'dark' } }])
      expect(contract['settings.save'].input.parse(given)).toEqual(given);
  });

  it('rejects an incomplete field', () => {
    const { enabled: _forgotten, ...times } = sections.notifications.quietHours;
    expect(accepts('settings.save', { notifications: { quietHours: times } })).toBe(false);
    expect(accepts('settings.save', { codes: { keepDays: undefined } })).toBe(false);
    expect(accepts('settings.save', { history: undefined })).toBe(false);
  });

  it('rejects invalid values, unknown fields, sections that the window may not change, and an empty change', () => {
    expect(accepts('settings.save', { setup: { done: true } })).toBe(false);
    expect(accepts('settings.save', { sending: { message: true } })).toBe(false);
    expect(accepts('settings.save', { messages: { ...sections.messages, on: true } })).toBe(false);
    expect(accepts('settings.save', { templates: [] })).toBe(false);
    expect(accepts('settings.save', { app: { firstStepsDone: true } })).toBe(false);
    expect(accepts('settings.save', { codes: {} })).toBe(false);
    expect(accepts('settings.save', { codes: { ...sections.codes, pinLength: 3 } })).toBe(false);
    expect(accepts('settings.save', { times: { ...sections.times, timeZone: 'Nowhere/Land' } })).toBe(false);
    expect(accepts('settings.save', { stored: { smoobu: true, theKeys: true, pinKey: true } })).toBe(false);
    expect(accepts('settings.save', { mapping: defaultSettings().mapping })).toBe(false);
    expect(accepts('settings.save', {})).toBe(false);
  });
});

describe('answers', () => {
  it('accept what the app sends', () => {
    expect(contract['snapshot.get'].output.parse(sampleSnapshot())).toEqual(sampleSnapshot());
    expect(answers('code.reveal', { pin: '0042', hideAfterMs: 20_000 })).toBe(true);
  });

  it('have no unlisted field', () => {
    const leak = { ...sampleStay(), pin: '4821' };
    expect(answers('snapshot.get', { ...sampleSnapshot(), stays: [leak] })).toBe(false);
    expect(answers('credentials.save', { stored: true, userName: null, lastTest: null, password: 'x' })).toBe(false);
    expect(answers('snapshot.get', { ...sampleSnapshot(), settings: { ...sections, stored: {} } })).toBe(false);
  });

  it('contain no credential and, except for those that reveal it, no PIN', () => {
    const telling = /pin$|password|secret|token|api_?key|phone|mail/i;
    const fieldsOf = (schema: unknown): string[] =>
      typeof schema !== 'object' || schema === null
        ? []
        : Object.entries(schema).flatMap(([name, below]) => [
            ...(name === 'properties' ? Object.keys(below as object) : []),
            ...fieldsOf(below),
          ]);
    const told = (schema: z.ZodType): string[] =>
      fieldsOf(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' })).filter((field) => telling.test(field));
    const calls = CALLS.map((name) => [name, told(contract[name].output)] as const).filter(([, fields]) => fields.length > 0);
    expect(calls).toEqual([
      ['code.reveal', ['pin']],
      ['call.reveal', ['pin']],
      ['sheet.emergency', ['pin']],
    ]);
    expect(EVENTS.flatMap((name) => told(events[name]))).toEqual([]);
    // The search works: it finds the credentials of the inputs.
    expect(told(contract['credentials.save'].input)).toEqual(expect.arrayContaining(['apiSecret', 'password']));
  });
});

describe('snapshot.changed', () => {
  const { revision, ...fields }: AppSnapshot = sampleSnapshot();

  it('carries whole fields of the snapshot', () => {
    for (const [name, value] of Object.entries(fields)) {
      const change = { since: revision, revision: revision + 1, fields: { [name]: value } };
      expect(events['snapshot.changed'].parse(change)).toEqual(change);
    }
  });

  it('carries nothing else', () => {
    const change = (given: object): boolean => events['snapshot.changed'].safeParse({ since: 1, revision: 2, fields: given }).success;
    expect(change({ revision: 2 })).toBe(false);
    expect(change({ setup: {} })).toBe(false);
    expect(change({ activity: undefined })).toBe(false);
  });
});
