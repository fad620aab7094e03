/** The log: one rotating file, one JSON document per line, redacted before it is written. A log that cannot be written never stops the program. */
import { createStream } from 'rotating-file-stream';
import type { RotatingFileStream } from 'rotating-file-stream';
import type { Clock, Logger, LogLevel } from '../app/ports/system.ts';
import { makePrivateFolder } from '../storage/private-files.ts';
import { isoInstant, MINUTE_MS } from '../../shared/time.ts';
import { redactFields, redactLongText } from './redact-value.ts';
import { secretForms } from './redaction.ts';

export const LOG_FILE_NAME = 'latchkey.log';
/** Of the desktop app. */
export const LOG_LEVEL: LogLevel = 'info';

export interface LogFileOptions {
  /** Absolute path; created for its owner only when missing. */
  readonly folder: string;
  /** Entries below this level are left out. */
  readonly level: LogLevel;
  readonly clock: Clock;
  /** The file is rotated beyond this size. */
  readonly maxBytes?: number;
  /** The number of rotated files (latchkey.log.1 is the newest). */
  readonly keep?: number;
  /** Also gets each line, redacted as in the file, without its end. */
  readonly mirror?: (line: string) => void;
}

const LEVELS: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 };
const MEBIBYTE = 1_048_576;
/** After a failed write: long enough not to burden a full disk, short enough to have the log back when it matters. */
const RETRY_MS = MINUTE_MS;

/** An open log does not keep the process alive, but lines that are not yet flushed are lost when it ends. */
export class LogFile implements Logger {
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
    const line = formatEntry({ at: isoInstant(this.#options.clock.nowMs()), level, message }, fields, this.#forms);
    this.#options.mirror?.(line);
    this.#write(`${line}\n`);
  }

  /** A value that must never appear in the log, in any field or text; texts under four characters are ignored. */
  addSecret(text: string): void {
    this.#secrets.add(text);
    this.#forms = secretForms(this.#secrets);
  }

  /** Fields as they would be written, as indented JSON. */
  redacted(fields: Readonly<Record<string, unknown>>): string {
    return JSON.stringify(redactFields(fields, this.#forms), null, 2);
  }

  /** Resolves when everything logged so far is in the file, or could not be written. */
  async flush(): Promise<void> {
    await this.#lastWrite;
  }

  /** Flushes and closes; later entries are dropped. */
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
    // The callback is called in any case, also when the stream fails.
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

/** One line of JSON without the line's end. `at`, `level` and `message` come first, and fields of these names do not replace them. */
export function formatEntry(
  { at, level, message }: { readonly at: string; readonly level: LogLevel; readonly message: string },
  fields: Readonly<Record<string, unknown>>,
  forms: readonly string[],
): string {
  const head = { at, level, message: redactLongText(message, forms) };
  return JSON.stringify({ ...head, ...redactFields(fields, forms), ...head });
}
