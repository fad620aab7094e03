/** What went between main and the page, as values: main says everything in JSON texts. */
import { CALL_CHANNEL } from '../../shared/ipc/channels.ts';
import type { ForeignFrame, Host, IpcOutcome, IpcRecord } from '../host/api.ts';

export async function ipcOf(host: Host): Promise<readonly IpcRecord[]> {
  return (await host.ipcLog()).map((record) =>
    record.direction === 'to-main' ? record : { ...record, values: record.values.map(readSaid) },
  );
}
/** A call that comes from this frame, past the preload. */
export async function callFrom(host: Host, frame: ForeignFrame, ...args: readonly unknown[]): Promise<IpcOutcome> {
  const outcome = await host.sendFromFrame(frame, CALL_CHANNEL, ...args);
  return outcome.ok ? { ok: true, value: readSaid(outcome.value) } : outcome;
}

/** An answer or the payload of an event; the name of an event is no JSON. */
function readSaid(value: unknown): unknown {
  return typeof value === 'string' && value.startsWith('{') ? JSON.parse(value) : value;
}
