/** The test codes of one probe on one keypad: each create is remembered on the disk before it is sent. */
import { UNKNOWN } from '../../../shared/domain/code.ts';
import type { Code, CodeRecord } from '../../../shared/domain/code.ts';
import type { CodeId, KeypadPlace } from '../../../shared/domain/ids.ts';
import type { CloudFailure, CloudFailureKind } from '../../../shared/errors.ts';
import { inside, isId, listIn } from '../../../shared/probe/json-path.ts';
import { afterRefusal, afterRemoval, afterSighting, beforeCreate, newCodeMark, withMark } from '../../../shared/probe/marks.ts';
import type { CodeMark } from '../../../shared/probe/marks.ts';
import type { ReadBack, Seen, Wrote } from '../../../shared/probe/seen.ts';
import { isProbeCode, newProbeTag } from '../../../shared/probe/tag.ts';
import type { Result } from '../../../shared/result.ts';
import type { ProbeLinks, ProbeMarkStore } from '../ports/probe.ts';
import type { Clock } from '../ports/system.ts';
import { DELETE_PATH } from './remove-traces.ts';
import { wroteOf } from './wrote.ts';

export interface CodePorts extends Pick<ProbeLinks, 'locks' | 'answers' | 'random'> {
  readonly clock: Pick<Clock, 'nowMs' | 'sleep'>;
  readonly marks: ProbeMarkStore;
  readonly signal: AbortSignal;
}

/** `interrupted`: by the user. `unclear`: the answer to a write was lost, and no list shows what became of it. */
export type Stop = Exclude<CloudFailureKind, 'aborted'> | 'interrupted' | 'unclear' | 'no-pin';

export class Stopped extends Error {
  readonly because: Stop;
  constructor(because: CloudFailureKind | Stop) {
    super(because);
    this.because = because === 'aborted' ? 'interrupted' : because;
  }
}

export interface TestCode {
  readonly id: CodeId;
  readonly record: CodeRecord;
}

/** Together a minute. */
const LOOKS_MS = [0, 2_000, 5_000, 10_000, 20_000, 23_000];
const CREATE_PATH = /\/partage\/create\/\d+\/accessoire\/[^/]+$/;
const UPDATE_PATH = /\/partage\/accessoire\/update\/\d+$/;
export const LIST_PATH = /\/partage\/all\/serrure\/\d+$/;

export async function needed<T>(reading: Promise<Result<T, CloudFailure>>): Promise<T> {
  const read = await reading;
  if (read.ok) return read.value;
  throw new Stopped(read.error.kind);
}

export class TestCodes {
  readonly #ports: CodePorts;
  readonly #place: KeypadPlace;
  #mark: CodeMark;
  #isMarked = false;

  constructor(ports: CodePorts, place: KeypadPlace) {
    this.#ports = ports;
    this.#place = place;
    this.#mark = newCodeMark(place, newProbeTag(ports.random), ports.clock.nowMs());
  }

  get tag(): string {
    return this.#mark.tag;
  }
  get madeIds(): readonly CodeId[] {
    return this.#mark.madeIds;
  }
  /** null: nothing was sent. */
  get mark(): CodeMark | null {
    return this.#isMarked ? this.#mark : null;
  }

  #remember(mark: CodeMark): void {
    if (mark === this.#mark && this.#isMarked) return;
    this.#mark = mark;
    const { marks } = this.#ports;
    marks.write(withMark(marks.read(), mark));
    this.#isMarked = true;
  }

  /** On the disk before it is sent. */
  async create(record: CodeRecord): Promise<Wrote & { readonly because: CloudFailureKind }> {
    this.#remember(beforeCreate(this.#mark, this.#ports.clock.nowMs()));
    const { lockId, keypadId } = this.#place;
    const created = await this.#ports.locks.createCode(lockId, keypadId, record, { signal: this.#ports.signal });
    if (!created.ok && created.error.certain) this.#remember(afterRefusal(this.#mark));
    if (created.ok && created.value.codeId !== null) this.#remember(afterSighting(this.#mark, [created.value.codeId]));
    return { ...wroteOf(created, this.last('POST', CREATE_PATH)), because: created.ok ? 'refused' : created.error.kind };
  }

  async remove(id: CodeId): Promise<Wrote> {
    const deleted = await this.#ports.locks.deleteCode(id);
    if (deleted.ok) this.#remember(afterRemoval(this.#mark, id));
    return wroteOf(deleted, this.last('POST', DELETE_PATH));
  }

  async update({ id, record }: TestCode): Promise<Wrote> {
    const updated = await this.#ports.locks.updateCode(id, record, { signal: this.#ports.signal });
    if (!updated.ok && updated.error.certain && updated.error.kind !== 'refused') throw new Stopped(updated.error.kind);
    return wroteOf(updated, this.last('POST', UPDATE_PATH));
  }

  async send(made: TestCode): Promise<ReadBack | null> {
    const wrote = await this.update(made);
    if (wrote.outcome === 'refused') return null;
    return this.readBack(made, ({ active }) => active === made.record.active || active === UNKNOWN);
  }

  /** Once more after a while where the list does not show the change. */
  async readBack({ id, record }: TestCode, shows: (code: Code) => boolean): Promise<ReadBack | null> {
    let found: ReadBack | null = null;
    for (const waitMs of [0, 5_000]) {
      await this.#ports.clock.sleep(waitMs, this.#ports.signal);
      const { codes } = await needed(this.#ports.locks.listCodes(this.#place.lockId, { signal: this.#ports.signal }));
      const code = codes.find((one) => one.id === id);
      found = code === undefined ? null : { sent: record, code, row: this.#rowOf(id) };
      if (code !== undefined && shows(code)) return found;
    }
    return found;
  }

  /** A code of this probe beside these. null: not within a minute. */
  async look(...beside: readonly CodeId[]): Promise<{ readonly code: Code; readonly row: unknown; readonly looks: number } | null> {
    const { clock, signal } = this.#ports;
    for (const [index, waitMs] of LOOKS_MS.entries()) {
      await clock.sleep(waitMs, signal);
      const { codes } = await needed(this.#ports.locks.listCodes(this.#place.lockId, { signal }));
      const { tag, madeIds } = this.#mark;
      const own = codes.filter((code) => isProbeCode(code, madeIds) && (code.description.includes(tag) || madeIds.includes(code.id)));
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
    return listIn(this.last('GET', LIST_PATH)?.json, 'data', 'partages_accessoire').find((row) => isId(inside(row, 'id'), id));
  }

  last(method: 'GET' | 'POST', path: RegExp): Seen | null {
    return this.#ports.answers.taken('the-keys', method, path).at(-1) ?? null;
  }
}
