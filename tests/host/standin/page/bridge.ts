/**
 * One end of the bridge between a page's own world and its preload's world. The worlds share no objects, only the document: calls are sent
 * as text, in events on a private target that no other script can reach. Runs in pages as source text: it uses nothing outside its body.
 */
import type { Codec, Extras } from './codec.ts';

export interface BridgeEnd {
  /** Sends a value to the other end's `onValue`. */
  hand(name: string, value: unknown): void;
}

interface Packet {
  readonly kind: 'call' | 'settle' | 'hand';
  readonly id: number;
  readonly name: string;
  readonly ok: boolean;
  readonly value: string;
}
type Callable = (...args: unknown[]) => unknown;

export function createBridgeEnd(
  target: EventTarget,
  side: 'page' | 'preload',
  codec: Codec,
  onValue: (name: string, value: unknown) => void,
): BridgeEnd {
  const other = side === 'page' ? 'preload' : 'page';
  const functions: Callable[] = [];
  const ids = new Map<unknown, number>();
  const promised = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let promises = 0;
  let calls = 0;

  const post = (packet: Packet): void => {
    target.dispatchEvent(new CustomEvent(`to-${other}`, { detail: JSON.stringify(packet) }));
  };
  const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

  const extras: Extras = {
    pack(value) {
      if (typeof value === 'function') {
        const id = ids.get(value) ?? functions.push(value as Callable) - 1;
        ids.set(value, id);
        return ['function', id];
      }
      if (!(value instanceof Promise)) return null;
      promises += 1;
      const id = promises;
      value.then(
        (result) => post({ kind: 'settle', id, name: '', ok: true, value: codec.encode(result, extras) }),
        (error: unknown) => post({ kind: 'settle', id, name: '', ok: false, value: codec.encode(message(error)) }),
      );
      return ['promise', id];
    },
    unpack(kind, id) {
      if (kind === 'promise') return new Promise((resolve, reject) => promised.set(id, { resolve, reject }));
      return (...args: unknown[]): unknown => {
        calls += 1;
        const name = `answer-${side}-${calls}`;
        let answer: Packet | null = null;
        target.addEventListener(name, (event) => (answer = JSON.parse((event as CustomEvent<string>).detail) as Packet), { once: true });
        post({ kind: 'call', id, name, ok: true, value: codec.encode(args, extras) });
        const { ok, value } = answer as unknown as Packet;
        const result = codec.decode(value, extras);
        if (!ok) throw new Error(String(result));
        return result;
      };
    },
  };

  target.addEventListener(`to-${side}`, (event) => {
    const packet = JSON.parse((event as CustomEvent<string>).detail) as Packet;
    if (packet.kind === 'hand') {
      onValue(packet.name, codec.decode(packet.value, extras));
      return;
    }
    if (packet.kind === 'settle') {
      const waiting = promised.get(packet.id);
      promised.delete(packet.id);
      const value = codec.decode(packet.value, extras);
      if (packet.ok) waiting?.resolve(value);
      else waiting?.reject(new Error(String(value)));
      return;
    }
    let answer: { ok: boolean; value: string };
    try {
      const args = codec.decode(packet.value, extras) as unknown[];
      answer = { ok: true, value: codec.encode(functions[packet.id]?.(...args), extras) };
    } catch (error) {
      answer = { ok: false, value: codec.encode(message(error)) };
    }
    target.dispatchEvent(new CustomEvent(packet.name, { detail: JSON.stringify({ ...answer, kind: 'call', id: 0, name: '' }) }));
  });

  return { hand: (name, value) => post({ kind: 'hand', id: 0, name, ok: true, value: codec.encode(value, extras) }) };
}
