/** Makes everything that the stand-in does not implement throw, by name, instead of doing nothing. */
import { EventEmitter } from 'node:events';

/** Looked up by Node, promises and printers on any object. */
const PROBED_EVERYWHERE = new Set([
  'then',
  'toJSON',
  'inspect',
  'domain',
  'nodeType',
  'tagName',
  'asymmetricMatch',
  '$$typeof',
  'prototype',
  'cause',
]);

/** Reading or writing a member that the object does not have throws `stand-in: name.member`. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(inner, member, receiver) {
      if (typeof member === 'string' && !(member in inner) && !PROBED_EVERYWHERE.has(member))
        throw new Error(`stand-in: ${name}.${member}`);
      return Reflect.get(inner, member, receiver) as unknown;
    },
    set(inner, member, value, receiver) {
      if (typeof member === 'string' && !(member in inner) && !member.startsWith('_')) throw new Error(`stand-in: ${name}.${member} = …`);
      return Reflect.set(inner, member, value, receiver);
    },
  });
}

/** An event emitter that rejects listeners for events it does not know; `known` is null where the app chooses the names. */
export class Emitter extends EventEmitter {
  private readonly _emitterName: string;
  private readonly _emitterEvents: ReadonlySet<string> | null;

  constructor(name: string, known: readonly string[] | null) {
    super();
    this._emitterName = name;
    this._emitterEvents = known === null ? null : new Set(known);
  }

  override on(event: string | symbol, listener: (...args: never[]) => void): this {
    if (typeof event === 'string' && this._emitterEvents?.has(event) === false)
      throw new Error(`stand-in: ${this._emitterName}.on('${event}')`);
    return super.on(event, listener as (...args: unknown[]) => void);
  }
}

/** Passed to listeners that may prevent what is about to happen. */
export class PreventableEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
