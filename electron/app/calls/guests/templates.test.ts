import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../../shared/domain/settings.ts';
import type { Settings } from '../../../../shared/domain/settings.ts';
import { contract } from '../../../../shared/ipc/contract.ts';
import type { CallName } from '../../../../shared/ipc/channels.ts';
import type { BookingCloud } from '../../ports/clouds.ts';
import { templateCalls } from './templates.ts';
import type { CloudFailure } from '../../../../shared/errors.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Result } from '../../../../shared/result.ts';
import type { Secret } from '../../../../shared/secret.ts';
import type { CallAnswer } from '../../../../shared/ipc/contract.ts';
import { desktopHost } from '../../../../tests/support/app/desktop-host.ts';
import { report } from '../../../../tests/support/app/state-fixtures.ts';
import { plannedStay, sampleStay } from '../../../../tests/support/snapshot.ts';
import { unitId } from '../../../../tests/support/ids.ts';

const KEY = { name: 'code', language: 'en', unitId: null } as const;
const LOCKS = [{ lockId: 501, name: 'Gate' }];
const UNIT = {
  unitId: 31,
  name: 'Mill House',
  address: '1 Mill Lane',
  doors: [{ lockId: 501, keypadId: 'Kp7Qm2Xa', prefix: '42', hint: 'Press ✓' }],
};
const TWO_PREFIXES = { ...UNIT, doors: [...UNIT.doors, { lockId: 502, keypadId: 'Kp8', prefix: '' }] };

function host(units: readonly object[] = [UNIT], settings: Record<string, unknown> = {}) {
  const app = desktopHost(settingsSchema.parse({ mapping: { units, locks: LOCKS }, ...settings }));
  const stored = (): Settings => app.ports.settings.read();
  /** Request and answer fit the contract, as they have to between window and main. */
  const call = async (name: CallName, request: object | null): Promise<unknown> => {
    const handler = app.calls[name] as (given: unknown) => CallAnswer<CallName> | Promise<CallAnswer<CallName>>;
    const answer = await handler(contract[name].input.parse(request));
    return answer.ok ? contract[name].output.parse(answer.value) : answer.error.detail;
  };
  return { ...app, stored, call };
}

describe('texts for guests', () => {
  it('are listed, saved, and reset', async () => {
    const { call, stored } = host();
    expect(await call('templates.list', null)).toMatchObject({ templates: { length: 20, 0: { ...KEY, version: 0, builtIn: true } } });
    expect(await call('templates.save', { ...KEY, text: 'Code {doors}' })).toEqual({ isSaved: true, errors: [], warnings: [] });
    expect(stored().templates).toEqual([{ ...KEY, version: 1, text: 'Code {doors}' }]);
    expect(await call('templates.list', null)).toMatchObject({ templates: { 0: { version: 1, builtIn: false } } });
    expect(await call('templates.reset', KEY)).toEqual({ wasOwn: true });
    expect(stored().templates).toEqual([]);
    expect(await call('templates.reset', KEY)).toEqual({ wasOwn: false });
  });

  it('with mistakes are not saved, and each says what and where', async () => {
    const { call, stored } = host();
    expect(await call('templates.save', { ...KEY, text: 'Hi {gest}\n{pin} (1)' })).toEqual({
      isSaved: false,
      errors: [{ kind: 'unknown-placeholder', line: 1, message: 'There is no placeholder {gest}. Did you mean {guest}?' }],
      warnings: [{ kind: 'digits-in-parentheses', line: 2, message: 'Some booking channels remove numbers in parentheses: (1)' }],
    });
    expect(await call('templates.save', { ...KEY, unitId: unitId(9), text: '{pin}' })).toBe('unit-unmapped');
    expect(stored().templates).toEqual([]);
  });

  it('switch nothing on, and neither do the settings of messages', async () => {
    const { call, stored } = host();
    await call('templates.save', { ...KEY, text: '{doors}' });
    await call('settings.save', { messages: { hostName: 'Camille', approvedDrafts: ['es'] } });
    expect(stored().messages).toMatchObject({ hostName: 'Camille', approvedDrafts: ['es'], language: 'en' });
    expect(stored().sending).toEqual({ placeholder: false, message: false, threads: false, host: false });
  });
});

describe('a preview', () => {
  const withStays = (units?: readonly object[]) => {
    const app = host(units);
    const stays = [1, 2, 3, 4].map((id) => plannedStay(sampleStay(id)));
    app.desktop.dispatch({ kind: 'run-finished', report: report({ stays }), atMs: app.ports.clock.nowMs() });
    return app;
  };

  it('shows three stays of the last sync with dots in place of the PIN, and reads nothing', async () => {
    const { call, desktop } = withStays();
    expect(desktop.snapshot().stays.length).toBeGreaterThan(3);
    const shown = await call('templates.preview', { ...KEY, text: '{guest} {unit}\n{doors}\n{address}' });
    const text = 'Ines Abril Mill House\nGate: 42•••• – Press ✓\n1 Mill Lane\n\nRef. 1';
    expect(shown).toMatchObject({ errors: [], previews: { length: 3, 0: { bookingId: 1, text } } });
    expect(await call('templates.preview', { ...KEY, unitId: unitId(7), text: '{pin}' })).toMatchObject({ previews: [] });
  });

  it('shows none of a text with mistakes', async () => {
    const { call } = withStays();
    expect(await call('templates.preview', { ...KEY, text: '{pn}' })).toMatchObject({ errors: { length: 2 }, previews: [] });
    const twoPrefixes = withStays([TWO_PREFIXES]);
    expect(await twoPrefixes.call('templates.preview', { ...KEY, unitId: unitId(31), text: '{pin}' })).toMatchObject({
      errors: [{ kind: 'different-digits' }],
      previews: [],
    });
  });
});

describe('a test', () => {
  const test = async (request: object, answer: Result<null, CloudFailure> = ok(null)) => {
    const app = host();
    app.desktop.dispatch({ kind: 'run-finished', report: report({ stays: [plannedStay(sampleStay(1))] }), atMs: app.ports.clock.nowMs() });
    const sent: string[] = [];
    const guests = {
      sendToHost: async (_id: unknown, text: Secret) => {
        sent.push(text.reveal());
        return answer;
      },
    };
    const accounts = { ...app.ports.accounts, bookingCloud: async () => ok({ guests } as unknown as BookingCloud) };
    const calls = templateCalls(app.desktop, { ...app.ports, accounts });
    const result = await calls['templates.test'](contract['templates.test'].input.parse({ ...KEY, bookingId: 1, ...request }));
    return { sent, result: result.ok ? contract['templates.test'].output.parse(result.value).result : result.error.detail };
  };

  it('goes to the host, with dots in place of the PIN', async () => {
    const { sent, result } = await test({ text: '{guest}: {doors}' });
    expect([sent.length, result]).toEqual([1, 'sent']);
    expect(sent[0]).toMatch(/^A test from Latchkey.*\n\nInes Abril: Gate: 42•••• – Press ✓\n\nRef\. 1$/);
  });

  it('sends nothing that has mistakes, nor for a stay that is not shown, and says what failed', async () => {
    expect(await test({ text: '{pn}' })).toEqual({ sent: [], result: 'no-text' });
    expect(await test({ text: '{doors}', bookingId: 999 })).toEqual({ sent: [], result: 'no-text' });
    const failure = { kind: 'timeout', cloud: 'smoobu', message: 'No answer.' } as const;
    expect((await test({ text: '{doors}' }, err({ ...failure, certain: false }))).result).toBe('unclear');
    expect((await test({ text: '{doors}' }, err({ ...failure, certain: true }))).result).toBe('timeout');
  });
});

it('the contract takes no text without end, and no other languages and names', () => {
  const accepts = (request: object): boolean => contract['templates.save'].input.safeParse({ ...KEY, text: '{pin}', ...request }).success;
  expect(accepts({})).toBe(true);
  expect([{ text: 'x'.repeat(10_001) }, { language: 'sv' }, { name: 'hello' }, { unitId: -1 }, { version: 2 }].map(accepts)).not.toContain(
    true,
  );
});
