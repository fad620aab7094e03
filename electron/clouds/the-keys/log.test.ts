/** What is read of a lock's log, in whatever form it comes. */
import { expect, it } from 'vitest';
import { mapLog } from './log.ts';

const NOW_MS = Date.parse('2026-11-24T18:00:00Z');
const berlin = (date: string) => ({ date, timezone_type: 3, timezone: 'Europe/Berlin' });
const line = (changes: object) => ({
  id: 1,
  action_at: berlin('2026-11-24 16:04:30.000000'),
  action: 'open',
  accessory_share_id: 684000,
  ...changes,
});
const USE = { codeId: 684000, atMs: Date.parse('2026-11-24T15:04:30Z') };

it.each<readonly [string, unknown, readonly unknown[]]>([
  ['a line with a code', { logs: [line({})] }, [USE]],
  ['ids and times as texts', { logs: [line({ accessory_share_id: '684000', action_at: '2026-11-24 16:04:30' })] }, [USE]],
  ['a line without a code', { logs: [line({ accessory_share_id: null }), line({ accessory_share_id: undefined })] }, []],
  ['a time to come, or none', { logs: [line({ action_at: berlin('2026-11-25 16:04:30') }), line({ action_at: 12 })] }, []],
  ['rows that are none', { logs: [null, 'ouverture', [], line({ accessory_share_id: {} }), line({})] }, [USE]],
  ['no log', {}, []],
  ['a log of another form', { logs: { '1': line({}) } }, []],
  ['nothing', null, []],
])('%s', (_what, data, expected) => expect(mapLog(data, NOW_MS)).toEqual(expected));
