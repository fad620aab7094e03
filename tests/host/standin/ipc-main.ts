/** `ipcMain`: handlers and listeners, fed by the pages' preloads and, for foreign frames, by tests. */
import type { Frame, Sender } from './frames.ts';
import { Emitter } from './strict.ts';
import type { Codec } from './page/codec.ts';

type Handler = (event: object, ...args: unknown[]) => unknown;

/** An answer as it goes back to the page: the text of a value, or of an error's message. */
export interface IpcAnswer {
  readonly ok: boolean;
  readonly value: string;
}

export class IpcMain extends Emitter {
  private readonly _handlers = new Map<string, Handler>();
  private readonly _codec: Codec;

  constructor(codec: Codec) {
    super('ipcMain', null);
    this._codec = codec;
  }

  handle(channel: string, handler: (event: never, ...args: never[]) => unknown): void {
    if (this._handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    if (typeof handler !== 'function') throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`);
    this._handlers.set(channel, handler as Handler);
  }

  handleOnce(channel: string, handler: (event: never, ...args: never[]) => unknown): void {
    this.handle(channel, (event: never, ...args: never[]) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this._handlers.delete(channel);
  }

  /** A question from a page. Failures are worded as Electron words them; whatever a handler throws is reduced to its message. */
  async invoke(sender: Sender, frame: Frame, channel: string, args: readonly unknown[]): Promise<IpcAnswer> {
    try {
      const handler = this._handlers.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      return { ok: true, value: this._codec.encode(await handler(this._event(sender, frame), ...args)) };
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error);
      return { ok: false, value: this._codec.encode(`Error invoking remote method '${channel}': ${String(error)}`) };
    }
  }

  /** A message from a page, without an answer. */
  deliver(sender: Sender, frame: Frame, channel: string, args: readonly unknown[]): void {
    const event = this._event(sender, frame);
    this.emit(channel, Object.assign(event, { reply: (back: string, ...values: unknown[]) => sender.send(back, ...values) }), ...args);
  }

  private _event(sender: Sender, frame: Frame): object {
    return { type: 'frame', sender, senderFrame: frame, processId: frame.processId, frameId: frame.routingId, ports: [] };
  }
}
