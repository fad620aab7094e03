/** For tests of reading threads: a service with messages, what is remembered, and a run that reads. */
import { readThreads } from '../../electron/app/messages/threads/read-threads.ts';
import type { Code, Pin } from '../../shared/domain/code.ts';
import type { BookingId } from '../../shared/domain/ids.ts';
import { nothingRemembered } from '../../shared/domain/memory.ts';
import type { MemoryChange, Remembered } from '../../shared/domain/memory.ts';
import { NO_WISHES } from '../../shared/domain/plan.ts';
import type { PlanInput } from '../../shared/domain/plan.ts';
import { settingsSchema } from '../../shared/domain/settings.ts';
import { toldKey } from '../../shared/domain/told.ts';
import type { ToldWay } from '../../shared/domain/told.ts';
import { noStayWish } from '../../shared/domain/wishes.ts';
import type { DueInput } from '../../shared/messages/due.ts';
import type { StayToTell } from '../../shared/messages/stay-to-tell.ts';
import { answerEffect, openQuestions } from '../../shared/questions/registry.ts';
import { DOOR, input, SECOND_DOOR, settings } from '../reconcile/fixtures.ts';
import { fakeGuests } from './fake-guests.ts';
import { bookingId } from './ids.ts';
import { DIGESTS, stayToTell, TELL_MS } from './to-tell.ts';

const ID = bookingId(12);

export interface Around {
  readonly sending?: object;
  readonly codes?: readonly Code[];
  /** A PIN that the user replaced. */
  readonly retired?: Pin;
  readonly only?: BookingId;
  readonly prefix?: string;
  /** Of the list of bookings. */
  readonly complete?: boolean;
}
export type ThreadWorld = ReturnType<typeof threadWorld>;

export function threadWorld() {
  let nowMs = TELL_MS;
  let remembered: Remembered = nothingRemembered();
  const logged: string[] = [];
  const guests = fakeGuests(() => nowMs);
  const memory = (): PlanInput['memory'] => ({ pinDraws: new Map(), missingSinceMs: new Map(), waiting: new Map(), remembered });
  const remember = (changes: readonly MemoryChange[]): void => {
    for (const { kind, key, value } of changes) {
      const values = new Map<string, unknown>(remembered[kind]);
      if (value === null) values.delete(key);
      else values.set(key, value);
      remembered = { ...remembered, [kind]: values };
    }
  };
  const facts = () => ({
    memory: memory(),
    settings: { mapping: settings().mapping, recovery: 'none' as const },
    wishes: { recovery: 'none' as const },
  });
  const read = ({ sending = { threads: true }, codes = [], retired, prefix = '', complete = true }: Around = {}): PlanInput => {
    const mapped = settings({ unit: { doors: [{ ...DOOR, prefix }, SECOND_DOOR] } });
    const digests = retired === undefined ? [] : [{ digest: DIGESTS.digestPin(retired) ?? '' }];
    const wish = { ...noStayWish(), pin: { typed: null, retired: digests } };
    return input({
      nowMs,
      settings: settingsSchema.parse({ ...mapped, sending }),
      codes,
      complete,
      wishes: { ...NO_WISHES, stays: new Map([[ID, wish]]), digestOf: (one) => DIGESTS.digestPin(one) },
      memory: { remembered },
    });
  };
  const ports = (digests = DIGESTS) => ({
    guests,
    history: { memory, remember },
    digests,
    log: { log: (...said: unknown[]) => logged.push(JSON.stringify(said)) },
  });
  return {
    guests,
    logged,
    remember,
    facts,
    read,
    ports,
    nowMs: () => nowMs,
    later: (ms: number) => {
      nowMs += ms;
    },
    remembered: () => remembered,
    run: async (stays: readonly StayToTell[] = [stayToTell()], around: Around = {}): Promise<void> => {
      const only = around.only ?? null;
      await readThreads(ports(), { input: read(around), stays, only, signal: new AbortController().signal });
    },
    row: (id = ID) => remembered.thread.get(String(id)),
    toldBy: (way: ToldWay) => remembered.told.get(toldKey(ID, way))?.known ?? null,
    asked: () => openQuestions(facts()).map(({ kind, text, question }) => [kind, text.key, question.choices]),
    answer: (choice: string): void => {
      const effect = answerEffect(facts(), 'told:12', choice);
      if (!effect.ok) throw new Error(effect.error);
      remember(effect.value.remember);
    },
    /** For the decision about messages. */
    due: (sending: object = { message: true }): DueInput => {
      const { settings: present } = read({ sending });
      const message = { ...present.messages.message, when: { kind: 'verified' as const } };
      return {
        nowMs,
        stays: [stayToTell()],
        settings: { ...present, messages: { ...present.messages, message } },
        remembered: { ...remembered, ...('message' in sending ? { 'way-started': new Map([['message', { sinceMs: 1 }]]) } : {}) },
        isUnknown: false,
        isDoubtful: false,
        digests: DIGESTS,
      };
    },
  };
}
