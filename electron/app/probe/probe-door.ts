/** The probe at The Keys: makes codes on one keypad that open for nobody, looks how they read back, and deletes them whatever happens. */
import { UNKNOWN } from '../../../shared/domain/code.ts';
import type { Code, CodeRecord } from '../../../shared/domain/code.ts';
import type { CodeId, KeypadPlace } from '../../../shared/domain/ids.ts';
import type { CloudFailure, CloudFailureKind } from '../../../shared/errors.ts';
import { inside, isId, listIn } from '../../../shared/probe/json-path.ts';
import { afterRefusal, afterSighting, beforeCreate, newCodeMark, withMark } from '../../../shared/probe/marks.ts';
import type { CodeMark } from '../../../shared/probe/marks.ts';
import { changedRecord, drawProbePin, farRecord, pastRecord } from '../../../shared/probe/records.ts';
import { NAME_FORMS, NO_DOOR_SEEN } from '../../../shared/probe/seen.ts';
import type { DoorSeen, ReadBack, Seen, Wrote } from '../../../shared/probe/seen.ts';
import type { ProbeStep } from '../../../shared/probe/steps.ts';
import { isProbeCode, newProbeTag, PROBE_NAMES } from '../../../shared/probe/tag.ts';
import type { Result } from '../../../shared/result.ts';
import type { LockCloud } from '../ports/clouds.ts';
import type { ProbeAnswers, ProbeLinks, ProbeMarkStore } from '../ports/probe.ts';
import type { Clock } from '../ports/system.ts';
import { DELETE_PATH, removeCodes } from './remove-traces.ts';
import type { Left } from './remove-traces.ts';
import { wroteOf } from './wrote.ts';

export interface DoorPorts extends Pick<ProbeLinks, 'locks' | 'answers' | 'random'> {
  readonly clock: Pick<Clock, 'nowMs' | 'sleep'>;
  readonly marks: ProbeMarkStore;
  /** Before each step. */
  announce(step: ProbeStep): void;
  readonly signal: AbortSignal;
}
export interface DoorTarget extends KeypadPlace {
  /** Where the account does not say the lock's own. */
  readonly zone: string;
  readonly pinLength: number;
}
/** `interrupted`: by the user. `unclear`: the answer to a write was lost, and no list shows what became of it. */
export type Stop = CloudFailureKind | 'interrupted' | 'unclear' | 'no-pin';
export interface DoorProbe {
  readonly seen: DoorSeen;
  /** null: to the end. */
  readonly stopped: { readonly step: ProbeStep; readonly because: Stop } | null;
  readonly left: Left | null;
}

/** Together a minute. */
const LOOKS_MS = [0, 2_000, 5_000, 10_000, 20_000, 23_000];
const CREATE_PATH = /\/partage\/create\/\d+\/accessoire\/[^/]+$/;
const UPDATE_PATH = /\/partage\/accessoire\/update\/\d+$/;
const LIST_PATH = /\/partage\/all\/serrure\/\d+$/;

class Stopped extends Error {
  readonly because: Stop;
  constructor(because: Stop) {
    super(because);
    this.because = because;
  }
}

type Growing = { -readonly [K in keyof DoorSeen]: DoorSeen[K] };
interface Made {
  readonly id: CodeId;
  readonly record: CodeRecord;
}

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
  #mark: CodeMark;
  #isMarked = false;
  #deletedIds: readonly CodeId[] = [];
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
    this.#mark = newCodeMark({ lockId: target.lockId, keypadId: target.keypadId }, newProbeTag(ports.random), ports.clock.nowMs());
    this.seen = { ...NO_DOOR_SEEN, lockId: target.lockId, nowMs: ports.clock.nowMs() };
  }

  async run(): Promise<void> {
    this.#begin('read-lock');
    const known = await this.#readLock();
    const first = await this.#createFirst(known);
    const changed = await this.#change(first);
    this.#begin('switch-off');
    const off: Made = { ...changed, record: { ...changed.record, active: false } };
    this.seen.off = await this.#send(off);
    this.#begin('switch-on');
    await this.#send(changed);
    await this.#makeSecond(changed);
    await this.#makePast(known);
  }

  async cleanUp(): Promise<void> {
    if (!this.#isMarked) return;
    this.step = 'delete';
    this.#ports.announce('delete');
    const traces = await removeCodes(this.#ports, this.#mark);
    this.left = traces.left;
    this.seen.deletes = [...this.seen.deletes, ...traces.deletes];
    const [id] = [...this.#deletedIds, ...traces.deletedIds];
    if (traces.left !== null || id === undefined || this.#ports.signal.aborted) return;
    this.step = 'delete-again';
    this.#ports.announce('delete-again');
    const again = await this.#locks.deleteCode(id);
    this.seen.deletedAgain = wroteOf(again, this.#last('POST', DELETE_PATH));
  }

  async #readLock(): Promise<readonly Code[]> {
    const { lockId } = this.#target;
    const { signal } = this.#ports;
    const account = await this.#need(this.#locks.readAccount({ signal }));
    this.seen.signIn = this.#last('POST', /\/login_check$/);
    this.seen.account = this.#last('GET', /\/utilisateur\/get\/[^/]+$/);
    const lock = account.locks?.find(({ id }) => id === lockId);
    this.#zone = lock?.timeZone ?? this.#zone;
    const [gateway] = lock?.gateway?.ids ?? [];
    if (gateway !== undefined && (await this.#locks.readGateway(gateway, { signal })).ok)
      this.seen.gateway = this.#last('GET', /\/accessoire\/get\/\d+$/);
    const { codes } = await this.#need(this.#locks.listCodes(lockId, { signal }));
    this.seen.list = this.#last('GET', LIST_PATH);
    if ((await this.#locks.readLog(lockId, { signal })).ok) this.seen.log = this.#last('GET', /\/serrure\/get\/\d+$/);
    this.seen.inventedToken = await this.#answers.withoutToken(lockId, 'invented');
    this.seen.missingToken = await this.#answers.withoutToken(lockId, 'missing');
    this.seen.nowMs = this.#ports.clock.nowMs();
    return codes;
  }

  async #createFirst(known: readonly Code[]): Promise<Made> {
    this.#begin('create');
    const pin = this.#drawPin(known);
    for (const form of NAME_FORMS) {
      const record = farRecord(this.#mark.tag, PROBE_NAMES[form], pin, this.#zone, this.#ports.clock.nowMs());
      const wrote = await this.#create(record);
      this.seen.creates = [...this.seen.creates, { ...wrote, form }];
      if (wrote.outcome === 'refused') continue;
      if (wrote.outcome === 'failed') throw new Stopped(wrote.because);
      const sentMs = this.#ports.clock.nowMs();
      const code = await this.#look();
      this.seen.lagMs = code === null ? null : code.looks === 1 ? 0 : this.#ports.clock.nowMs() - sentMs;
      if (code === null) throw new Stopped('unclear');
      this.seen.made = { sent: record, code: code.code, row: code.row };
      return { id: code.code.id, record };
    }
    throw new Stopped('refused');
  }

  /** The one with a long note may be refused. */
  async #change(first: Made): Promise<Made> {
    this.#begin('update');
    for (const note of ['long', 'short'] as const) {
      const record = changedRecord(first.record, this.#mark.tag, note);
      const wrote = await this.#update({ ...first, record });
      this.seen.updates = [...this.seen.updates, { ...wrote, note }];
      if (wrote.outcome === 'refused') continue;
      // A refusal may look like a success (cloud-facts K8).
      const wasChanged = (code: Code): boolean =>
        code.endTime === record.endTime || (this.seen.made !== null && code.description !== this.seen.made.code.description);
      const read = await this.#readBack({ ...first, record }, wasChanged);
      this.seen.firstUpdated ??= read;
      if (read !== null && wasChanged(read.code)) return { ...first, record };
    }
    return first;
  }

  async #makeSecond({ id, record }: Made): Promise<void> {
    this.#begin('same-pin');
    for (const name of ['same', 'other'] as const) {
      const wrote = await this.#create(name === 'same' ? record : { ...record, name: PROBE_NAMES.other });
      const isThere = wrote.outcome !== 'refused' && wrote.outcome !== 'failed' && (await this.#look(id)) !== null;
      const outcome = wrote.outcome === 'done' && !isThere ? 'uncertain' : wrote.outcome;
      this.seen.samePin = [...this.seen.samePin, { ...wrote, outcome, name }];
      if (wrote.outcome === 'failed') throw new Stopped(wrote.because);
      if (outcome !== 'refused') return;
    }
  }

  async #makePast(known: readonly Code[]): Promise<void> {
    this.#begin('past-start');
    const before = this.#mark.madeIds;
    const record = pastRecord(this.#mark.tag, PROBE_NAMES.plain, this.#drawPin(known), this.#zone, this.#ports.clock.nowMs());
    const wrote = await this.#create(record);
    if (wrote.outcome === 'refused') {
      this.seen.past = wrote;
      return;
    }
    if (wrote.outcome === 'failed') throw new Stopped(wrote.because);
    // An id that only an answer named is not deleted here: the list says whose it is.
    const made = await this.#look(...before);
    this.seen.past = { ...wrote, outcome: wrote.outcome === 'done' && made === null ? 'uncertain' : wrote.outcome };
    if (made === null) throw new Stopped('unclear');
    const deleted = await this.#locks.deleteCode(made.code.id);
    this.seen.deletes = [...this.seen.deletes, wroteOf(deleted, this.#last('POST', DELETE_PATH))];
  }

  #begin(step: ProbeStep): void {
    if (this.#ports.signal.aborted) throw new Stopped('interrupted');
    this.step = step;
    this.#ports.announce(step);
  }

  async #need<T>(reading: Promise<Result<T, CloudFailure>>): Promise<T> {
    const read = await reading;
    if (read.ok) return read.value;
    throw new Stopped(read.error.kind === 'aborted' ? 'interrupted' : read.error.kind);
  }

  #drawPin(known: readonly Code[]) {
    const pin = drawProbePin(this.#ports.random, this.#target.pinLength, known);
    if (pin === null) throw new Stopped('no-pin');
    return pin;
  }

  #remember(mark: CodeMark): void {
    if (mark === this.#mark && this.#isMarked) return;
    this.#mark = mark;
    const { marks } = this.#ports;
    marks.write(withMark(marks.read(), mark));
    this.#isMarked = true;
  }

  /** On the disk before it is sent. */
  async #create(record: CodeRecord): Promise<Wrote & { readonly because: CloudFailureKind }> {
    this.#remember(beforeCreate(this.#mark, this.#ports.clock.nowMs()));
    const { lockId, keypadId } = this.#target;
    const created = await this.#locks.createCode(lockId, keypadId, record, { signal: this.#ports.signal });
    if (!created.ok && created.error.certain) this.#remember(afterRefusal(this.#mark));
    if (created.ok && created.value.codeId !== null) this.#remember(afterSighting(this.#mark, [created.value.codeId]));
    return { ...wroteOf(created, this.#last('POST', CREATE_PATH)), because: created.ok ? 'refused' : created.error.kind };
  }

  async #update({ id, record }: Made): Promise<Wrote> {
    const updated = await this.#locks.updateCode(id, record, { signal: this.#ports.signal });
    if (!updated.ok && updated.error.certain && updated.error.kind !== 'refused') throw new Stopped(updated.error.kind);
    return wroteOf(updated, this.#last('POST', UPDATE_PATH));
  }

  async #send(made: Made): Promise<ReadBack | null> {
    const wrote = await this.#update(made);
    if (wrote.outcome === 'refused') return null;
    return this.#readBack(made, ({ active }) => active === made.record.active || active === UNKNOWN);
  }

  /** Once more after a while where the list does not show the change. */
  async #readBack({ id, record }: Made, shows: (code: Code) => boolean): Promise<ReadBack | null> {
    let found: ReadBack | null = null;
    for (const waitMs of [0, 5_000]) {
      await this.#ports.clock.sleep(waitMs, this.#ports.signal);
      const { codes } = await this.#need(this.#locks.listCodes(this.#target.lockId, { signal: this.#ports.signal }));
      const code = codes.find((one) => one.id === id);
      found = code === undefined ? null : { sent: record, code, row: this.#rowOf(id) };
      if (code !== undefined && shows(code)) return found;
    }
    return found;
  }

  /** A code of this probe beside these. null: not within a minute. */
  async #look(...beside: readonly CodeId[]): Promise<{ readonly code: Code; readonly row: unknown; readonly looks: number } | null> {
    const { clock, signal } = this.#ports;
    for (const [index, waitMs] of LOOKS_MS.entries()) {
      await clock.sleep(waitMs, signal);
      const { codes } = await this.#need(this.#locks.listCodes(this.#target.lockId, { signal }));
      const own = codes.filter((code) => code.description.includes(this.#mark.tag) || isProbeCode(code, this.#mark.madeIds));
      this.#remember(
        afterSighting(
          this.#mark,
          own.map(({ id }) => id),
        ),
      );
      const code = own.find(({ id }) => !beside.includes(id));
      if (code !== undefined) return { code, row: this.#rowOf(code.id), looks: index + 1 };
    }
    return null;
  }

  #rowOf(id: CodeId): unknown {
    return listIn(this.#last('GET', LIST_PATH)?.json, 'data', 'partages_accessoire').find((row) => isId(inside(row, 'id'), id));
  }

  #last(method: 'GET' | 'POST', path: RegExp): Seen | null {
    return this.#answers.taken('the-keys', method, path).at(-1) ?? null;
  }
}
