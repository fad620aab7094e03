/** Every kind of problem: its sentence in each language, its exit code, and its item in the app. Documents list each kind: tests/docs. */
import { expect, it } from 'vitest';
import { PROBLEM_KINDS } from '../../shared/domain/problem.ts';
import type { ProblemKind } from '../../shared/domain/problem.ts';
import { recordedText } from '../../shared/i18n/problem-text.ts';
import { LANGUAGES } from '../../shared/i18n/languages.ts';
import { mainCatalogue } from '../../shared/i18n/main-texts.ts';
import type { MainCatalogue } from '../../shared/i18n/main-texts.ts';
import { facts } from '../../tests/support/app/state-fixtures.ts';
import { attentionItems, mattersOf } from '../app/attention/index.ts';
import { exitCodeOfReport } from './exit-code.ts';

type Key = keyof MainCatalogue;
/** What is told of this kind is a state of the app: no run has such a problem. */
const NO_SENTENCE = null;

/** One of its sentences, the exit code of a run that did all else, and whether the app shows it as a state instead of a problem. */
const KINDS: Readonly<Record<ProblemKind, readonly [sentence: Key | null, exit: number, shown?: 'as-state']>> = {
  'unmapped-unit': ['problem.unmapped', 0],
  'unmapped-followed': ['problem.unmapped-followed', 0],
  'unknown-booking-type': ['problem.unknown-type', 1],
  'bad-booking-dates': ['problem.bad-dates', 1],
  'unclear-times': ['problem.own-times-unused', 0],
  'times-asked': ['problem.night-check-out', 5],
  overlap: ['problem.overlap', 0],
  'bookings-incomplete': ['problem.incomplete', 1],
  'incomplete-for-a-day': ['problem.incomplete-for-a-day', 1],
  'no-bookings': ['problem.no-bookings', 5],
  'booking-unreadable': ['problem.booking-row', 1],
  'booking-missing': ['problem.missing-once', 0],
  'lookups-deferred': ['problem.not-asked', 0],
  'other-account': ['problem.other-account-smoobu', 5],
  'wrong-account': ['problem.wrong-account', 5],
  'removal-held': ['problem.held.too-many-deletes', 5, 'as-state'],
  'code-kept': ['problem.code-kept', 0],
  'booked-again': ['problem.booked-again', 5],
  'other-pin': ['problem.other-pin', 0],
  'wish-left': ['problem.own-times-left', 0],
  'code-came-back': ['problem.code-came-back', 0],
  'switched-off': ['problem.switched-off', 5],
  blocked: ['problem.blocked', 0, 'as-state'],
  'still-on': ['problem.still-on', 1],
  'changed-by-hand': ['problem.longer-by-hand', 5],
  'shut-out-by-hand': ['problem.shut-out-by-hand', 1],
  'kept-by-hand': ['problem.hand-overruled', 0],
  'pin-changed-by-hand': ['problem.pin-changed-by-hand', 0],
  'switched-on': ['problem.switched-on', 5],
  'code-deleted': ['problem.code-deleted', 5],
  'deleted-again': ['problem.deleted-again', 1],
  'codes-vanished': ['problem.codes-vanished', 1],
  'blocked-guest-returns': ['problem.blocked-guest-returns', 5],
  'shared-pin': ['problem.shared-pin', 0],
  'not-told': ['problem.not-told', 1],
  'told-unclear': ['problem.told-unclear', 5],
  'told-partly': ['problem.told-partly', 5],
  'told-by-hand': ['problem.told-by-hand', 5],
  'register-lost': ['problem.register-lost', 1],
  'told-wrong-pin': ['problem.told-wrong-pin.earlier-pin', 1],
  'list-failed': ['problem.list-failed', 1],
  'lock-unread': ['problem.lock-unread', 1],
  'door-unreadable': ['problem.door-unreadable', 1],
  'scheduled-code': ['problem.scheduled-code', 1],
  'ambiguous-tag': ['problem.ambiguous-tag', 0],
  'unreadable-code': ['problem.unreadable-code', 1],
  'no-free-pin': ['problem.no-free-pin', 1],
  'own-pin-taken': ['problem.own-pin-taken', 1],
  'own-pin-unreadable': ['problem.own-pin-unreadable', 1],
  'pins-running-out': ['problem.pins-running-out', 0],
  'keypad-full': ['problem.keypad-full', 1],
  'keypad-nearly-full': ['problem.keypad-nearly-full', 0],
  'waits-for-place': ['problem.waits-for-place', 0],
  'removed-for-room': ['problem.removed-for-room', 1],
  'person-door-unmapped': ['problem.person-door-unmapped', 0],
  'different-pins': ['problem.different-pins', 0],
  unverified: ['problem.unverified.missing', 1],
  'cannot-verify': ['problem.cannot-verify', 1],
  'never-listed': ['problem.never-listed', 1],
  'note-cut': ['problem.note-cut', 0],
  'write-failed': ['problem.write.create', 1],
  'write-refused': ['problem.write-refused', 1],
  'pin-refused': ['problem.pin-refused', 1],
  'pin-open': ['problem.pin-open', 1],
  'placeholder-stays': ['problem.placeholder-stays', 1],
  'placeholder-failed': ['problem.placeholder-failed', 1],
  'placeholder-taken': ['problem.placeholder-taken', 5],
  'placeholder-no-pin': ['problem.placeholder-no-pin', 0],
  'credentials-missing': ['failure.credentials-missing', 1, 'as-state'],
  'credentials-rejected': ['failure.credentials-rejected', 3, 'as-state'],
  'cloud-unreachable': ['failure.unreachable', 1, 'as-state'],
  'cloud-paused': ['problem.cloud-paused', 1],
  'cloud-failed': ['failure.bad-response', 1, 'as-state'],
  'forbidden-lock': ['problem.lock-forbidden', 1],
  'lock-given-up': ['problem.lock-given-up', 0],
  'clock-stepped': ['problem.clock-stepped', 0],
  'clock-wrong': ['problem.clock-wrong', 1],
  'clock-skew': ['failure.clock-skew', 1, 'as-state'],
  keychain: [NO_SENTENCE, 0, 'as-state'],
  'settings-recovered': ['problem.mapping-lost', 1],
  'mapping-unconfirmed': ['problem.mapping-unconfirmed', 5, 'as-state'],
  'wishes-recovered': ['problem.wishes-recovered', 5],
  'wishes-lost': ['problem.wishes-lost', 1],
  'history-recovered': [NO_SENTENCE, 0, 'as-state'],
  'history-unstored': ['problem.history-unstored.full', 0],
  'pin-key-missing': [NO_SENTENCE, 0],
  'no-sync': ['problem.no-sync', 1],
  'watchdog-unheard': ['problem.watchdog.unheard', 0],
  'sync-crashed': ['problem.sync-crashed', 1],
  // Nothing to do: the next run goes on.
  deadline: ['failure.timeout', 1, 'as-state'],
  interrupted: ['failure.aborted', 1, 'as-state'],
};

it.each(PROBLEM_KINDS)('%s has a sentence in four languages, an exit code, and an item', (kind) => {
  const [sentence, exit, shown] = KINDS[kind];
  if (sentence !== null) {
    const texts = LANGUAGES.map((language) => JSON.stringify(mainCatalogue(language)[sentence]));
    expect(new Set(texts).size).toBe(4);
  }
  const run = { id: 'r', trigger: 'command', outcome: 'ok', startedAt: '', finishedAt: '' } as const;
  for (const mode of ['live', 'dry-run'] as const) {
    const problem = { kind, text: recordedText(''), retryable: false };
    expect(exitCodeOfReport({ run: { ...run, mode }, operations: [], problems: [problem] })).toBe(exit);
  }
  const items = attentionItems(mattersOf(facts({ problems: [{ kind, message: kind, retryable: false }] })));
  expect(items.length > 0).toBe(shown === undefined);
});
