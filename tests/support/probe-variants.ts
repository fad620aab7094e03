/** Each variant that the demo clouds can play, and the word by which the probe names it. */
import { choicesOf } from '../../electron/demo/choice.ts';
import { SMOOBU_SWITCHES } from '../../electron/demo/smoobu/switches.ts';
import type { SmoobuSwitches } from '../../electron/demo/smoobu/switches.ts';
import { THE_KEYS_SWITCHES } from '../../electron/demo/the-keys/switches.ts';
import type { TheKeysSwitches } from '../../electron/demo/the-keys/switches.ts';
import { LOCK } from './demo-requests.ts';

interface Played {
  readonly theKeys?: Partial<TheKeysSwitches>;
  readonly smoobu?: Partial<SmoobuSwitches>;
}
type Row = readonly [question: string, shows: string | null, played: Played];

/** A row for each value of a switch: by default the value is the word. `beside`: what else makes it visible. */
function theKeys(
  question: string,
  name: keyof TheKeysSwitches,
  words: Readonly<Record<string, string | null>> = {},
  beside: Partial<TheKeysSwitches> = {},
): Row[] {
  return valuesOf(THE_KEYS_SWITCHES, name).map((value) => [question, wordOf(value, words), { theKeys: { ...beside, [name]: value } }]);
}
function smoobu(question: string, name: keyof SmoobuSwitches, words: Readonly<Record<string, string | null>> = {}): Row[] {
  return valuesOf(SMOOBU_SWITCHES, name).map((value) => [question, wordOf(value, words), { smoobu: { [name]: value } }]);
}
function valuesOf(switches: object, name: string): readonly unknown[] {
  const of: unknown = Object.entries(switches).find(([key]) => key === name)?.[1];
  return choicesOf(of) ?? [true, false];
}
function wordOf(value: unknown, words: Readonly<Record<string, string | null>>): string | null {
  const word = words[String(value)];
  return word === undefined ? String(value) : word;
}

export const PLAYED_VARIANTS: readonly Row[] = [
  ...theKeys('K4.tokens', 'loginTokens'),
  ...theKeys('K5.invented', 'expiredToken'),
  ...theKeys('K5.missing', 'missingToken'),
  ...theKeys('K8.shape', 'errorShape', { html: 'no-json' }),
  ['K8.language', 'english', {}],
  ['K8.language', 'french', { theKeys: { textLimit: null, pastStarts: 'refuse' } }],
  ['K8.language', null, { theKeys: { textLimit: null } }],
  ...theKeys('K9.keypads', 'keypadsInDiscovery', { true: 'listed', false: 'not-listed' }),
  ['K10.type', 'as-known', {}],
  ...theKeys('K11.rows', 'brokenRows', { foreign: 'some', ours: 'none' }),
  ...theKeys('K13.create', 'createData', { 'id-only': 'id' }),
  ...theKeys('K13.write', 'writeData'),
  ...theKeys('K13.delete', 'writeData'),
  ...theKeys('K13.missing', 'missingShare', { 'http-404': 'http-envelope', 'status-404-in-200': 'status-in-200' }),
  ...theKeys('K15.off', 'switchingOff'),
  ...theKeys('K17.times', 'timeFormat'),
  ...theKeys('K17.dates', 'dateFormat'),
  ...theKeys('K17.flags', 'flags'),
  ['K18.schedule', 'empty-list', {}],
  ...theKeys('K19.zone', 'timeFormat', {
    ...{ 'HH:MM': 'as-sent', 'HH:MM:SS': 'as-sent', object: 'as-sent', 'object-texts': 'as-sent', 'php-date': 'as-sent', iso: 'as-sent' },
    null: null,
    odd: null,
  }),
  ...theKeys('K20.pin', 'pinForm'),
  ...theKeys('K20.zero', 'pinForm', { text: 'kept', number: 'lost' }),
  ...theKeys('K22.same-pin', 'duplicatePins'),
  ...theKeys('K22.refused-names', 'refusedNames', { repeated: 'none' }),
  ...theKeys('K22.same-name', 'refusedNames', { none: 'accept', repeated: 'refuse', long: 'accept', characters: 'accept' }),
  ...theKeys('K22.kept-names', 'keptNames'),
  ...theKeys('K23.note', 'keptNotes'),
  ...theKeys('K23.long-note', 'keptNotes', {}, { textLimit: null }),
  ['K23.long-note', 'refused', { theKeys: { textLimit: 255 } }],
  ...theKeys('K23.empty', 'emptyDescription'),
  ...theKeys('K24.ids', 'ids'),
  ...theKeys('K29.info', 'gatewayInfo'),
  ['K29.info', 'no-gateway', { theKeys: { withoutGateway: String(LOCK) } }],
  ['K29.info', 'nowhere', { theKeys: { lastSeenForm: 'null' } }],
  ...theKeys('K29.form', 'lastSeenForm'),
  ['K29.form', null, { theKeys: { gatewayOffline: true } }],
  ['K31.lag', 'at-once', { theKeys: { listDelayMs: 0 } }],
  ['K31.lag', 'within-a-minute', { theKeys: { listDelayMs: 8_000 } }],
  ['K31.lag', 'not-within-a-minute', { theKeys: { listDelayMs: 90_000 } }],
  ['K31.lag', 'not-within-a-minute', { theKeys: { listDelayMs: null } }],
  ...theKeys('K32.past', 'pastStarts'),
  // It is not tried where switching off is not seen to work.
  ['K32.past', null, { theKeys: { switchingOff: 'ignored' } }],
  ['K32.says', 'start', { theKeys: { pastStarts: 'refuse' } }],
  ['K32.says', 'nothing-known', { theKeys: { pastStarts: 'refuse', clearMessages: false } }],
  ...theKeys('K33.hints', 'syncHints'),
  ...theKeys('K34.logs', 'logs'),
  ['S10.account', 'id', {}],
  ...smoobu('S12.zone', 'timeZoneField'),
  ...smoobu('S14.ends', 'inclusiveEnds', { true: 'inclusive', false: 'exclusive' }),
  ['S16.totals', 'fits', {}],
  ['S16.totals', 'differs', { smoobu: { totalOffBy: 1 } }],
  ...smoobu('S16.order', 'rowOrder'),
  ...smoobu('S17.twice', 'duplicateRows'),
  ...smoobu('S19.times', 'timeForm'),
  ...smoobu('S19.missing', 'missingTime'),
  ...smoobu('S20.key', 'modifiedKey'),
  ...smoobu('S21.empty', 'emptyText'),
  ['S23.by-id', 'same', {}],
  ['S24.limit', '700', { smoobu: { requestsPerMinute: 700 } }],
  ['S24.limit', '1000', { smoobu: { requestsPerMinute: 1000 } }],
  ['S24.limit', 'other', { smoobu: { requestsPerMinute: 650 } }],
  ...smoobu('S28.guest', 'guestId'),
  ['S29.blocked', 'without-guest', {}],
  ['S30.related', 'some', {}],
  ...smoobu('S33.form', 'messagesForm'),
  ...smoobu('S33.html', 'messageHtml', { present: 'all', empty: 'none' }),
  ...smoobu('S34.zone', 'messageZone'),
  ...smoobu('S35.form', 'placeholdersForm'),
  ...smoobu('S35.ids', 'placeholderIds'),
  ...smoobu('S36.taken', 'takenPlaceholder'),
  ...smoobu('S36.update', 'placeholderUpdate'),
  ...smoobu('S36.delete', 'placeholderDelete'),
  ...smoobu('S37.translations', 'listsTranslations', { true: 'listed', false: 'not-listed' }),
];
