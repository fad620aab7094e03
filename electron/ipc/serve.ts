/**
 * Answers the window's calls: one channel, and before a handler runs its caller, name, size and shape have been checked. Every answer is
 * an envelope. A foreseen no passes as it is; a bug becomes "internal" and stands in the log, and nothing of it reaches the window.
 */
import type * as z from 'zod';
import type { Logger } from '../app/ports/system.ts';
import { CALL_CHANNEL, CALLS } from '../../shared/ipc/channels.ts';
import type { CallName } from '../../shared/ipc/channels.ts';
import { main } from '../../shared/i18n/en/main.ts';
import { contract, MAX_PAYLOAD_BYTES } from '../../shared/ipc/contract.ts';
import type { CallAnswer, CallHandlers, CallRequest } from '../../shared/ipc/contract.ts';
import type { IpcEnvelope, IpcError, IpcErrorKind } from '../../shared/ipc/result.ts';
import { judgePayload } from './payload-size.ts';
import type { SenderFacts } from './trusted-sender.ts';

/** The part of Electron's `ipcMain` that is used. */
export interface CallSource {
  handle(channel: string, listener: (event: SenderFacts, ...args: unknown[]) => Promise<IpcEnvelope<unknown>>): void;
  removeHandler(channel: string): void;
}
export interface ServeOptions {
  readonly ipcMain: CallSource;
  readonly isTrusted: (event: SenderFacts) => boolean;
  readonly handlers: CallHandlers;
  readonly log: Logger;
  readonly maxPayloadBytes?: number;
  /** What the user is told of a call that was not answered; asked for each time, since the language changes. */
  readonly messageOf?: (key: OwnErrorKey) => string;
}

/** Nothing in the contract is nested deeper than this. */
const MAX_DEPTH = 8;
/** Told by this file itself; a refusal brings its own message. */
type OwnErrorKey = 'refusal.badRequest' | 'refusal.notTrusted' | 'refusal.internal';
const OWN_ERRORS: Readonly<Record<Exclude<IpcErrorKind, 'refused'>, OwnErrorKey>> = {
  'bad-request': 'refusal.badRequest',
  'not-trusted': 'refusal.notTrusted',
  internal: 'refusal.internal',
};

export function serveCalls(options: ServeOptions): { close(): void } {
  const { ipcMain, isTrusted, handlers, log, maxPayloadBytes = MAX_PAYLOAD_BYTES } = options;
  const messageOf = options.messageOf ?? ((key: OwnErrorKey): string => main[key]);
  const said = (envelope: IpcEnvelope<unknown>): IpcEnvelope<unknown> =>
    envelope.ok || envelope.error.kind === 'refused'
      ? envelope
      : { ok: false, error: { ...envelope.error, message: messageOf(OWN_ERRORS[envelope.error.kind]) } };
  const answer = async (event: SenderFacts, args: readonly unknown[]): Promise<IpcEnvelope<unknown>> => {
    if (!isTrusted(event)) {
      log.log('warn', 'A call from somewhere else than the window was refused.');
      return no('not-trusted');
    }
    const [name, payload, ...surplus] = args;
    if (!isCallName(name) || surplus.length > 0) {
      log.log('warn', 'A call that does not exist was refused.');
      return no('bad-request', 'unknown-call');
    }
    const verdict = judgePayload(payload, { maxBytes: maxPayloadBytes, maxDepth: MAX_DEPTH });
    if (verdict !== 'fits') {
      log.log('warn', 'A payload was refused.', { call: name, because: verdict });
      return no('bad-request', verdict === 'too-large' ? 'too-large' : 'malformed');
    }
    const request = contract[name].input.safeParse(payload);
    if (!request.success) {
      log.log('warn', 'A payload was refused.', { call: name, because: 'malformed', issues: issuesOf(request.error) });
      return no('bad-request', 'malformed');
    }
    return run(name, request.data, handlers, log);
  };
  ipcMain.handle(CALL_CHANNEL, (event, ...args) =>
    answer(event, args)
      .catch((error: unknown) => {
        log.log('error', 'A call of the window could not be answered.', { error: placeOf(error) });
        return no('internal');
      })
      .then(said),
  );
  return { close: () => ipcMain.removeHandler(CALL_CHANNEL) };
}

async function run(name: CallName, request: unknown, handlers: CallHandlers, log: Logger): Promise<IpcEnvelope<unknown>> {
  // Name, request and handler belong together by the contract; the compiler cannot follow that through a variable.
  const handler = handlers[name] as (request: CallRequest<CallName>) => Promise<CallAnswer<CallName>> | CallAnswer<CallName>;
  try {
    const result = await handler(request as CallRequest<CallName>);
    if (!result.ok) return { ok: false, error: { kind: 'refused', detail: result.error.detail, message: result.error.message } };
    // Always, not only in tests: it costs about 10 ms for a thousand stays, and it is what keeps an unlisted field from leaving.
    const output = contract[name].output.safeParse(result.value);
    if (output.success) return { ok: true, value: output.data };
    log.log('error', 'An answer to the window does not fit the contract.', { call: name, issues: issuesOf(output.error) });
  } catch (error) {
    log.log('error', 'A call of the window failed.', { call: name, error: placeOf(error) });
  }
  return no('internal');
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && (CALLS as readonly string[]).includes(name);
}

function no(kind: Exclude<IpcErrorKind, 'refused'>, detail: IpcError['detail'] = null): { ok: false; error: IpcError } {
  return { ok: false, error: { kind, detail, message: '' } };
}

/** Where and how, never what: the value that does not fit may be a password. */
export function issuesOf(error: z.ZodError): readonly string[] {
  return error.issues.slice(0, 10).map(({ path, code }) => `${path.map(String).join('.')}: ${code}`);
}

/** An error's class and where it was thrown. Not its message, which may quote what it choked on. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 8).map((line) => line.trim())].join(' ');
}
