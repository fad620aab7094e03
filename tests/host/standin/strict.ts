/** Nothing may silently do nothing: what the stand-in does not know throws, by name. */
import { EventEmitter } from 'node:events';

/** Looked up by Node, promises and printers on any object. */
const HARMLESS = new Set([
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

/** The object itself, with `stand-in: name.member` thrown on reading or writing a member it does not have. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(inner, member, receiver) {
      if (typeof member === 'string' && !(member in inner) && !HARMLESS.has(member)) throw new Error(`stand-in: ${name}.${member}`);
      return Reflect.get(inner, member, receiver) as unknown;
    },
    set(inner, member, value, receiver) {
      if (typeof member === 'string' && !(member in inner) && !member.startsWith('_')) throw new Error(`stand-in: ${name}.${member} = …`);
      return Reflect.set(inner, member, value, receiver);
    },
  });
}

/** An export that is there by name only. */
export function missing(name: string): never {
  const refuse = (): never => {
    throw new Error(`stand-in: ${name}`);
  };
  return new Proxy(refuse, { get: refuse, construct: refuse, apply: refuse, set: refuse }) as never;
}

/** An event emitter that refuses listeners for events it never emits; `known` is null where the app makes up the names. */
export class Emitter extends EventEmitter {
  private readonly _emitterName: string;
  private readonly _emitterEvents: ReadonlySet<string> | null;

  constructor(name: string, known: readonly string[] | null) {
    super();
    this._emitterName = name;
    this._emitterEvents = known === null ? null : new Set(known);
  }

  private _check(event: string | symbol): void {
    if (typeof event === 'string' && this._emitterEvents?.has(event) === false)
      throw new Error(`stand-in: ${this._emitterName}.on('${event}')`);
  }

  override on(event: string | symbol, listener: (...args: never[]) => void): this {
    this._check(event);
    return super.on(event, listener as (...args: unknown[]) => void);
  }

  override addListener(event: string | symbol, listener: (...args: never[]) => void): this {
    return this.on(event, listener);
  }

  override prependListener(event: string | symbol, listener: (...args: never[]) => void): this {
    this._check(event);
    return super.prependListener(event, listener as (...args: unknown[]) => void);
  }
}

/** What Electron hands to listeners that may say no. */
export class PreventableEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
