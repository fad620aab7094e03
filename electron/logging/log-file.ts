/** The log: one rotating file, one JSON document per line, redacted on the way in. A log that cannot be written never stops the program. */
import { createStream } from 'rotating-file-stream';
import type { RotatingFileStream } from 'rotating-file-stream';
import type { Clock, Logger, LogLevel } from '../app/ports/system.ts';
import { makePrivateFolder } from '../storage/private-files.ts';
import { isoInstant, MINUTE_MS } from '../../shared/time.ts';
import { redactFields, redactLongText } from './redact-value.ts';
import type { JsonValue } from './redact-value.ts';
import { secretForms } from './redaction.ts';

export const LOG_FILE_NAME = 'latchkey.log';
/** Of the running app. */
export const LOG_LEVEL: LogLevel = 'info';

export interface LogFileOptions {
  /** Absolute path; made for its owner only when it is not there. */
  readonly folder: string;
  /** Entries below this level are left out. */
  readonly level: LogLevel;
  readonly clock: Clock;
  /** The file is rotated when it has grown beyond this. */
  readonly maxBytes?: number;
  /** How many rotated files stay (latchkey.log.1 is the newest). */
  readonly keep?: number;
  /** Gets each line too, as redacted as in the file, without its end. */
  readonly mirror?: (line: string) => void;
}

export interface LogFile extends Logger {
  /** A value that must never appear in the log, in any field or text; texts under four characters are ignored. */
  addSecret(text: string): void;
  /** Fields as they would be written, as indented JSON. */
  redacted(fields: Readonly<Record<string, unknown>>): string;
  /** Resolves when everything logged so far is in the file, or was given up. */
  flush(): Promise<void>;
  /** Flushes and closes; what is logged afterwards is dropped. An open log does not keep the process alive, but lines not yet flushed are lost when it ends. */
  close(): Promise<void>;
}

const LEVELS: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 };
const MEBIBYTE = 1_048_576;
/** After a failure to write: long enough not to burden a full disk, short enough to have the log back when it matters. */
const RETRY_MS = MINUTE_MS;

export function openLogFile(options: LogFileOptions): LogFile {
  return new RotatingLog(options);
}

class RotatingLog implements LogFile {
  readonly #options: LogFileOptions;
  readonly #secrets = new Set<string>();
  #forms: readonly string[] = [];
  #stream: RotatingFileStream | null = null;
  /** No stream is opened before this uptime. */
  #pausedUntilMs = 0;
  #lastWrite: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: LogFileOptions) {
    this.#options = options;
  }

  log(level: LogLevel, message: string, fields: Readonly<Record<string, unknown>> = {}): void {
    if (this.#closed || LEVELS[level] < LEVELS[this.#options.level]) return;
    const line = formatEntry({ nowMs: this.#options.clock.nowMs(), level, message, fields }, this.#forms);
    this.#options.mirror?.(line);
    this.#write(`${line}\n`);
  }

  addSecret(text: string): void {
    this.#secrets.add(text);
    this.#forms = secretForms(this.#secrets);
  }

  redacted(fields: Readonly<Record<string, unknown>>): string {
    return JSON.stringify(redactFields(fields, this.#forms), null, 2);
  }

  async flush(): Promise<void> {
    await this.#lastWrite;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#lastWrite;
    const stream = this.#stream;
    this.#stream = null;
    if (stream === null || stream.destroyed) return;
    await new Promise<void>((resolve) => {
      stream.once('close', resolve);
      stream.end();
    });
  }

  #write(line: string): void {
    const stream = this.#open();
    if (stream === null) return;
    // Called in any case: a stream that fails answers for everything that waits in it.
    const written = new Promise<void>((resolve) => {
      stream.write(line, () => resolve());
    });
    this.#lastWrite = Promise.all([this.#lastWrite, written]).then(() => undefined);
  }

  #open(): RotatingFileStream | null {
    if (this.#stream !== null) return this.#stream;
    const { folder, clock, maxBytes = MEBIBYTE, keep = 3 } = this.#options;
    if (clock.uptimeMs() < this.#pausedUntilMs) return null;
    try {
      makePrivateFolder(folder);
    } catch {
      this.#pausedUntilMs = clock.uptimeMs() + RETRY_MS;
      return null;
    }
    const stream = createStream(LOG_FILE_NAME, { path: folder, size: `${maxBytes}B`, rotate: keep, mode: 0o600 });
    stream.on('error', () => {
      if (this.#stream === stream) this.#stream = null;
      this.#pausedUntilMs = clock.uptimeMs() + RETRY_MS;
    });
    this.#stream = stream;
    return stream;
  }
}

export interface LogEntry {
  readonly nowMs: number;
  readonly level: LogLevel;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Pure: one line of JSON without the line's end; `at`, `level` and `message` stand first and cannot be overwritten by fields. */
export function formatEntry({ nowMs, level, message, fields }: LogEntry, forms: readonly string[]): string {
  const { at: _at, level: _level, message: _message, ...rest } = redactFields(fields, forms);
  const entry: Record<string, JsonValue> = { at: isoInstant(nowMs), level, message: redactLongText(message, forms), ...rest };
  return JSON.stringify(entry);
}
