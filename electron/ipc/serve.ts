/**
 * Answers the window's calls on one channel. Sender, name, size and shape are checked before a handler runs, and its answer afterwards. A bug
 * is logged and answered as "internal", without details that could leak. Answers are JSON texts: Electron's bridge copies an object value by
 * value, a text not at all.
 */
import type * as z from 'zod';
import type { Logger } from '../app/ports/system.ts';
import { CALL_CHANNEL, CALLS } from '../../shared/ipc/channels.ts';
import type { CallName } from '../../shared/ipc/channels.ts';
import { contract, MAX_PAYLOAD_BYTES } from '../../shared/ipc/contract.ts';
import type { CallAnswer, CallHandlers, IpcRefusal } from '../../shared/ipc/contract.ts';
import type { IpcEnvelope, IpcError, IpcErrorKind } from '../../shared/ipc/result.ts';
import type { CallBudgets } from './call-budgets.ts';
import { judgePayload } from './payload-size.ts';
import { withoutMisfits } from './without-misfits.ts';
import type { SenderFacts } from './trusted-sender.ts';

/** The part of Electron's `ipcMain` in use. */
export interface CallSource {
  handle(channel: string, listener: (event: SenderFacts, ...args: unknown[]) => Promise<string>): void;
  removeHandler(channel: string): void;
}
export interface ServeOptions {
  readonly ipcMain: CallSource;
  readonly isTrusted: (event: SenderFacts) => boolean;
  readonly handlers: CallHandlers;
  readonly log: Logger;
  readonly maxPayloadBytes?: number;
  readonly budgets: Pick<CallBudgets, 'begin'>;
  /** The sentence for the user; asked for each time, since the language can change. */
  readonly messageOf: (kind: OwnErrorKind | 'too-often') => string;
  /** Refusals that any call can end with; null: a bug. */
  readonly refusalOf: (error: unknown) => IpcRefusal | null;
}
/** A refusal brings its own message. */
type OwnErrorKind = Exclude<IpcErrorKind, 'refused'>;

/** Nothing in the contract is nested deeper than this. */
const MAX_DEPTH = 8;

export function serveCalls(options: ServeOptions): { close(): void } {
  const { ipcMain, isTrusted, handlers, log, budgets, maxPayloadBytes = MAX_PAYLOAD_BYTES, messageOf, refusalOf } = options;
  const failed = (kind: OwnErrorKind, detail: IpcError['detail'] = null): IpcEnvelope<never> => ({
    ok: false,
    error: { kind, detail, message: messageOf(kind) },
  });
  const answer = async (event: SenderFacts, [name, payload, ...surplus]: readonly unknown[]): Promise<IpcEnvelope<unknown>> => {
    if (!isTrusted(event)) {
      log.log('warn', 'call rejected: not sent by the window');
      return failed('not-trusted');
    }
    if (!isCallName(name) || surplus.length > 0) {
      log.log('warn', 'call rejected: unknown name');
      return failed('bad-request', 'unknown-call');
    }
    const size = judgePayload(payload, { maxBytes: maxPayloadBytes, maxDepth: MAX_DEPTH });
    if (size !== 'fits') {
      log.log('warn', 'call rejected: payload', { call: name, because: size });
      return failed('bad-request', size === 'too-large' ? 'too-large' : 'malformed');
    }
    const request = contract[name].input.safeParse(payload);
    if (!request.success) {
      log.log('warn', 'call rejected: payload', { call: name, because: 'malformed', issues: issuesOf(request.error) });
      return failed('bad-request', 'malformed');
    }
    // Name, request and handler belong together by the contract; the compiler cannot follow that through a variable.
    const handler = handlers[name] as (request: unknown) => Promise<CallAnswer<CallName>> | CallAnswer<CallName>;
    const ended = await budgets.begin(name, request.data);
    if (ended === null) {
      log.log('warn', 'call refused: too many in a minute', { call: name });
      return { ok: false, error: { kind: 'refused', detail: 'too-often', message: messageOf('too-often') } };
    }
    const result = await (async () => handler(request.data))().finally(ended);
    if (!result.ok) return { ok: false, error: { kind: 'refused', detail: result.error.detail, message: result.error.message } };
    // Also in production: it takes about 10 ms for a thousand stays, and keeps fields that the contract does not list from leaving.
    const { value, leftOut, error } = withoutMisfits<unknown>(contract[name].output, result.value);
    if (error === null) return { ok: true, value };
    const because = leftOut > 0 ? 'rows left out: do not fit the contract' : 'call failed: answer does not fit the contract';
    log.log('error', because, { call: name, leftOut, issues: issuesOf(error) });
    return leftOut > 0 ? { ok: true, value } : failed('internal');
  };
  const caught = (error: unknown, name: unknown): IpcEnvelope<never> => {
    const expected = refusalOf(error);
    if (expected !== null) return { ok: false, error: { kind: 'refused', ...expected } };
    log.log('error', 'call failed', { call: isCallName(name) ? name : null, error: placeOf(error) });
    return failed('internal');
  };
  ipcMain.handle(CALL_CHANNEL, async (event, ...args) =>
    JSON.stringify(await answer(event, args).catch((error: unknown) => caught(error, args[0]))),
  );
  return { close: () => ipcMain.removeHandler(CALL_CHANNEL) };
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && (CALLS as readonly string[]).includes(name);
}

/** Paths and codes only: the value that does not fit may be a password. */
export function issuesOf(error: z.ZodError): readonly string[] {
  return error.issues.slice(0, 10).map(({ path, code }) => `${path.map(String).join('.')}: ${code}`);
}

/** An error's class and where it was thrown. Not its message, which may quote a secret. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 8).map((line) => line.trim())].join(' ');
}
