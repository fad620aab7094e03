import { describe, expect, it } from 'vitest';
import type { AppChange } from '../../shared/domain/app-state.ts';
import { sampleStay } from '../../tests/support/snapshot.ts';
import { Publisher } from './publish.ts';
import type { Audience } from './publish.ts';

function publishing(audience: Audience = 'visible') {
  const sent: unknown[] = [];
  const lines: string[] = [];
  const state = { audience, due: null as (() => void) | null, timers: 0 };
  const publisher = new Publisher({
    audience: () => state.audience,
    send: (_name, payload) => void sent.push(payload),
    timers: {
      after: (_delayMs, onDue) => {
        state.due = onDue;
        state.timers += 1;
        return () => (state.due = null);
      },
    },
    log: { log: (_level, message) => void lines.push(message) },
  });
  const pass = (): void => {
    const { due } = state;
    state.due = null;
    due?.();
  };
  return { publisher, sent, lines, state, pass };
}
const change = (revision: number, fields: AppChange['fields'] = { isOnline: revision % 2 === 0 }): AppChange => ({ revision, fields });

describe('Publisher', () => {
  it('sends the first change at once and merges the next ones until the pause is over', () => {
    const { publisher, sent, pass } = publishing();
    publisher.changed(change(5));
    publisher.changed(change(6, { activity: 'syncing' }));
    publisher.changed(change(7, { progress: { phase: 'plan', done: 0, total: 0 } }));
    publisher.changed(change(8, { progress: { phase: 'apply', done: 1, total: 2 } }));
    expect(sent).toEqual([{ since: 4, revision: 5, fields: { isOnline: false } }]);
    pass();
    expect(sent.slice(1)).toEqual([
      { since: 5, revision: 8, fields: { activity: 'syncing', progress: { phase: 'apply', done: 1, total: 2 } } },
    ]);
  });

  it('has no timer once there are no more changes', () => {
    const { publisher, sent, pass, state } = publishing();
    publisher.changed(change(1));
    pass();
    expect(state.due).toBeNull();
    expect(sent).toHaveLength(1);
    publisher.changed(change(2));
    expect(sent).toHaveLength(2);
  });

  it('sends nothing when no page listens, and starts no timer', () => {
    const { publisher, sent, state } = publishing('absent');
    publisher.changed(change(1));
    publisher.changed(change(2));
    expect(state.timers).toBe(0);
    state.audience = 'visible';
    publisher.audienceChanged();
    expect(sent).toEqual([]);
    publisher.changed(change(3));
    expect(sent).toEqual([{ since: 2, revision: 3, fields: { isOnline: false } }]);
  });

  it('merges changes for a hidden window and sends them when it is shown', () => {
    const { publisher, sent, state } = publishing('hidden');
    publisher.changed(change(3, { isOnline: true }));
    publisher.changed(change(4, { nextRunAtMs: 99 }));
    expect([sent, state.timers]).toEqual([[], 0]);
    state.audience = 'visible';
    publisher.audienceChanged();
    expect(sent).toEqual([{ since: 2, revision: 4, fields: { isOnline: true, nextRunAtMs: 99 } }]);
  });

  it('shows the window that a revision is missing', () => {
    const { publisher, sent, pass } = publishing();
    publisher.changed(change(1));
    publisher.changed(change(2, { nextRunAtMs: 1 }));
    publisher.changed(change(4, { isOnline: true }));
    pass();
    expect(sent[1]).toEqual({ since: 3, revision: 4, fields: { isOnline: true } });
  });

  it('does not send fields that the contract does not list', () => {
    const { publisher, sent, lines } = publishing();
    publisher.changed(change(1, { setup: {} } as unknown as AppChange['fields']));
    expect(sent).toEqual([]);
    expect(lines).toHaveLength(1);
  });

  it('leaves out a row that does not fit, and sends the others', () => {
    const { publisher, sent, lines } = publishing();
    const stay = sampleStay();
    const tooLong = { ...stay, stay: { ...stay.stay, unitName: 'x'.repeat(1_001) } };
    publisher.changed(change(1, { stays: [tooLong, stay], isOnline: true }));
    expect(sent).toEqual([{ since: 0, revision: 1, fields: { stays: [stay], isOnline: true } }]);
    expect(lines).toHaveLength(1);
  });

  it('sends nothing after it was closed', () => {
    const { publisher, sent, pass, state } = publishing();
    publisher.changed(change(1));
    publisher.changed(change(2));
    publisher.close();
    expect(state.due).toBeNull();
    pass();
    publisher.changed(change(3));
    expect(sent).toHaveLength(1);
  });
});
