/** The probe at The Keys: makes codes on one keypad that open for nobody, looks how they read back, and deletes them whatever happens. */
import type { Code } from '../../../shared/domain/code.ts';
import type { KeypadPlace } from '../../../shared/domain/ids.ts';
import { changedRecord, drawProbePin, farRecord, pastRecord } from '../../../shared/probe/records.ts';
import { NAME_FORMS, NO_DOOR_SEEN } from '../../../shared/probe/seen.ts';
import type { DoorSeen } from '../../../shared/probe/seen.ts';
import type { ProbeStep } from '../../../shared/probe/steps.ts';
import { PROBE_NAMES } from '../../../shared/probe/tag.ts';
import type { LockCloud } from '../ports/clouds.ts';
import type { ProbeAnswers } from '../ports/probe.ts';
import { DELETE_PATH, removeCodes } from './remove-traces.ts';
import type { Left } from './remove-traces.ts';
import { LIST_PATH, needed, Stopped, TestCodes } from './test-codes.ts';
import type { CodePorts, Stop, TestCode } from './test-codes.ts';
import { wroteOf } from './wrote.ts';

export interface DoorPorts extends CodePorts {
  /** Before each step. */
  announce(step: ProbeStep): void;
}
export interface DoorTarget extends KeypadPlace {
  /** Where the account does not say the lock's own. */
  readonly zone: string;
  readonly pinLength: number;
}
export interface DoorProbe {
  readonly seen: DoorSeen;
  /** null: to the end. */
  readonly stopped: { readonly step: ProbeStep; readonly because: Stop } | null;
  readonly left: Left | null;
}

type Growing = { -readonly [K in keyof DoorSeen]: DoorSeen[K] };

export async function probeDoor(ports: DoorPorts, target: DoorTarget): Promise<DoorProbe> {
  const work = new DoorWork(ports, target);
  let stopped: DoorProbe['stopped'] = null;
  try {
    await work.run();
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    stopped = { step: work.step, because: error.because };
  } finally {
    // Also when the user stops, and when a bug ends it.
    await work.cleanUp();
  }
  return { seen: work.seen, stopped, left: work.left };
}

class DoorWork {
  readonly #ports: DoorPorts;
  readonly #target: DoorTarget;
  readonly #locks: LockCloud;
  readonly #answers: ProbeAnswers;
  readonly #codes: TestCodes;
  #zone: string;
  readonly seen: Growing;
  step: ProbeStep = 'read-lock';
  left: Left | null = null;

  constructor(ports: DoorPorts, target: DoorTarget) {
    this.#ports = ports;
    this.#target = target;
    this.#locks = ports.locks;
    this.#answers = ports.answers;
    this.#zone = target.zone;
    this.#codes = new TestCodes(ports, { lockId: target.lockId, keypadId: target.keypadId });
    this.seen = { ...NO_DOOR_SEEN, lockId: target.lockId, nowMs: ports.clock.nowMs() };
  }

  async run(): Promise<void> {
    this.#begin('read-lock');
    const known = await this.#readLock();
    const first = await this.#createFirst(known);
    const changed = await this.#change(first);
    this.#begin('switch-off');
    const off: TestCode = { ...changed, record: { ...changed.record, active: false } };
    this.seen.off = await this.#codes.send(off);
    this.#begin('switch-on');
    await this.#codes.send(changed);
    await this.#makeSecond(changed);
    // Only where a code that is off was seen to be off: it would open the door for two hours if it stayed behind.
    if (this.seen.off?.code.active === false) await this.#makePast(known);
  }

  async cleanUp(): Promise<void> {
    const { mark } = this.#codes;
    if (mark === null) return;
    this.step = 'delete';
    this.#ports.announce('delete');
    const traces = await removeCodes(this.#ports, mark);
    this.left = traces.left;
    this.seen.deletes = [...this.seen.deletes, ...traces.deletes];
    const [id] = traces.deletedIds;
    if (traces.left !== null || id === undefined || this.#ports.signal.aborted) return;
    this.step = 'delete-again';
    this.#ports.announce('delete-again');
    // Nothing is remembered of it any more.
    this.seen.deletedAgain = wroteOf(await this.#locks.deleteCode(id), this.#codes.last('POST', DELETE_PATH));
  }

  async #readLock(): Promise<readonly Code[]> {
    const { lockId } = this.#target;
    const { signal } = this.#ports;
    const account = await needed(this.#locks.readAccount({ signal }));
    this.seen.signIn = this.#codes.last('POST', /\/login_check$/);
    this.seen.account = this.#codes.last('GET', /\/utilisateur\/get\/[^/]+$/);
    const lock = account.locks?.find(({ id }) => id === lockId);
    this.#zone = lock?.timeZone ?? this.#zone;
    const [gateway] = lock?.gateway?.ids ?? [];
    if (gateway !== undefined && (await this.#locks.readGateway(gateway, { signal })).ok)
      this.seen.gateway = this.#codes.last('GET', /\/accessoire\/get\/\d+$/);
    const { codes } = await needed(this.#locks.listCodes(lockId, { signal }));
    this.seen.list = this.#codes.last('GET', LIST_PATH);
    if ((await this.#locks.readLog(lockId, { signal })).ok) this.seen.log = this.#codes.last('GET', /\/serrure\/get\/\d+$/);
    this.seen.inventedToken = await this.#answers.withoutToken(lockId, 'invented');
    this.seen.missingToken = await this.#answers.withoutToken(lockId, 'missing');
    this.seen.nowMs = this.#ports.clock.nowMs();
    return codes;
  }

  async #createFirst(known: readonly Code[]): Promise<TestCode> {
    this.#begin('create');
    const pin = this.#drawPin(known);
    for (const form of NAME_FORMS) {
      const record = farRecord(this.#codes.tag, PROBE_NAMES[form], pin, this.#zone, this.#ports.clock.nowMs());
      const wrote = await this.#codes.create(record);
      this.seen.creates = [...this.seen.creates, { ...wrote, form }];
      if (wrote.outcome === 'refused') continue;
      if (wrote.outcome === 'failed') throw new Stopped(wrote.because);
      const sentMs = this.#ports.clock.nowMs();
      const code = await this.#codes.look();
      this.seen.lagMs = code === null ? null : code.looks === 1 ? 0 : this.#ports.clock.nowMs() - sentMs;
      if (code === null) throw new Stopped('unclear');
      this.seen.made = { sent: record, code: code.code, row: code.row };
      return { id: code.code.id, record };
    }
    throw new Stopped('refused');
  }

  /** The one with a long note may be refused. */
  async #change(first: TestCode): Promise<TestCode> {
    this.#begin('update');
    for (const note of ['long', 'short'] as const) {
      const record = changedRecord(first.record, this.#codes.tag, note);
      const wrote = await this.#codes.update({ ...first, record });
      this.seen.updates = [...this.seen.updates, { ...wrote, note }];
      if (wrote.outcome === 'refused') continue;
      // A refusal may look like a success (cloud-facts K8).
      const wasChanged = (code: Code): boolean =>
        code.endTime === record.endTime || (this.seen.made !== null && code.description !== this.seen.made.code.description);
      const read = await this.#codes.readBack({ ...first, record }, wasChanged);
      this.seen.firstUpdated ??= read;
      if (read !== null && wasChanged(read.code)) return { ...first, record };
    }
    return first;
  }

  async #makeSecond({ id, record }: TestCode): Promise<void> {
    this.#begin('same-pin');
    for (const name of ['same', 'other'] as const) {
      const wrote = await this.#codes.create(name === 'same' ? record : { ...record, name: PROBE_NAMES.other });
      const isThere = wrote.outcome !== 'refused' && wrote.outcome !== 'failed' && (await this.#codes.look(id)) !== null;
      const outcome = wrote.outcome === 'done' && !isThere ? 'uncertain' : wrote.outcome;
      this.seen.samePin = [...this.seen.samePin, { ...wrote, outcome, name }];
      if (wrote.outcome === 'failed') throw new Stopped(wrote.because);
      if (outcome !== 'refused') return;
    }
  }

  async #makePast(known: readonly Code[]): Promise<void> {
    this.#begin('past-start');
    const before = this.#codes.madeIds;
    const record = pastRecord(this.#codes.tag, PROBE_NAMES.plain, this.#drawPin(known), this.#zone, this.#ports.clock.nowMs());
    const wrote = await this.#codes.create(record);
    if (wrote.outcome === 'refused') {
      this.seen.past = wrote;
      return;
    }
    if (wrote.outcome === 'failed') throw new Stopped(wrote.because);
    // An id that only an answer named is not deleted here: the list says whose it is.
    const made = await this.#codes.look(...before);
    this.seen.past = { ...wrote, outcome: wrote.outcome === 'done' && made === null ? 'uncertain' : wrote.outcome };
    if (made === null) throw new Stopped('unclear');
    this.seen.deletes = [...this.seen.deletes, await this.#codes.remove(made.code.id)];
  }

  #begin(step: ProbeStep): void {
    if (this.#ports.signal.aborted) throw new Stopped('interrupted');
    this.step = step;
    this.#ports.announce(step);
  }

  #drawPin(known: readonly Code[]) {
    const pin = drawProbePin(this.#ports.random, this.#target.pinLength, known);
    if (pin === null) throw new Stopped('no-pin');
    return pin;
  }
}
