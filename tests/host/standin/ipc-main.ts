/** `ipcMain`: handlers and listeners, called for the pages' preloads and, for foreign frames, by tests. */
import type { Frame, Sender } from './frames.ts';
import type { Codec } from './page/codec.ts';
import { Emitter } from './strict.ts';

type Handler = (event: object, ...args: unknown[]) => unknown;

/** An answer as it is sent to the page: the encoded value, or the encoded message of an error. */
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

  removeHandler(channel: string): void {
    this._handlers.delete(channel);
  }

  /** Answers a page's `invoke`. As in Electron, only the message of an error reaches the page, in Electron's wording. */
  async invoke(sender: Sender, senderFrame: Frame, channel: string, args: readonly unknown[]): Promise<IpcAnswer> {
    try {
      const handler = this._handlers.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      return { ok: true, value: this._codec.encode(await handler({ sender, senderFrame }, ...args)) };
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error);
      return { ok: false, value: this._codec.encode(`Error invoking remote method '${channel}': ${String(error)}`) };
    }
  }

  /** Delivers a page's `send`, which has no answer. */
  deliver(sender: Sender, senderFrame: Frame, channel: string, args: readonly unknown[]): void {
    this.emit(channel, { sender, senderFrame }, ...args);
  }
}
