/** Remote calls in both directions between the app's main process and the test's process, over Node's IPC channel. */

/** One end of a channel that carries structured clones in order. */
export interface Port {
  send(message: object): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
}

/** The other side's functions, all asynchronous from here. */
export type Remote<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;
};

type Message =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly kind: 'answer'; readonly id: number; readonly ok: boolean; readonly value: unknown };

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Serves `ours` to the other side and returns the other side's functions. Calls arrive in the order they were made. */
export function connect<Theirs extends object>(port: Port, ours: object): Remote<Theirs> {
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let closed = false;

  const answer = async ({ id, name, args }: Extract<Message, { kind: 'call' }>): Promise<void> => {
    let reply: Message;
    try {
      const method: unknown = Reflect.get(ours, name);
      if (typeof method !== 'function') throw new Error(`stand-in: no ${name} at this end`);
      reply = { kind: 'answer', id, ok: true, value: await (Reflect.apply(method, ours, args) as unknown) };
    } catch (error) {
      reply = { kind: 'answer', id, ok: false, value: error instanceof Error ? error.message : String(error) };
    }
    if (!closed) port.send(reply);
  };

  port.onMessage((raw) => {
    const message = raw as Message;
    if (message.kind === 'call') {
      void answer(message);
      return;
    }
    const caller = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.ok) caller?.resolve(message.value);
    else caller?.reject(new Error(String(message.value)));
  });
  port.onClose(() => {
    closed = true;
    for (const { reject } of waiting.values()) reject(new Error('stand-in: the other process has gone'));
    waiting.clear();
  });

  const call = (name: string, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (closed) {
        reject(new Error('stand-in: the other process has gone'));
        return;
      }
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      port.send({ kind: 'call', id, name, args } satisfies Message);
    });
  return new Proxy({} as Remote<Theirs>, {
    get: (_target, name) => (typeof name === 'string' && name !== 'then' ? (...args: unknown[]) => call(name, args) : undefined),
  });
}
