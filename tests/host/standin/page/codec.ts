/**
 * Structured clones as text, because pages and their host can exchange text only. Runs in pages as source text: it uses nothing outside its
 * body.
 */

export interface Extras {
  /** Returns a token for a value that cannot be cloned (a function, a promise), or null to reject it. */
  pack(value: unknown): readonly [kind: string, id: number] | null;
  unpack(kind: string, id: number): unknown;
}

export interface Codec {
  /** Throws an Error as Electron does when a value cannot be cloned. */
  encode(value: unknown, extras?: Extras): string;
  decode(text: string, extras?: Extras): unknown;
}

type Tree = string | number | boolean | null | readonly unknown[];

export function createCodec(): Codec {
  const refused = new Set(['[object Promise]', '[object WeakMap]', '[object WeakSet]', '[object WeakRef]', '[object Window]']);
  const arrays: Record<string, new (buffer: ArrayBuffer) => unknown> = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  };
  const toText = (bytes: Uint8Array): string => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
  };
  const toBuffer = (text: string): ArrayBuffer => {
    const raw = atob(text);
    const bytes = new Uint8Array(raw.length);
    for (let at = 0; at < raw.length; at += 1) bytes[at] = raw.charCodeAt(at);
    return bytes.buffer;
  };
  const uncloneable = (): Error => new Error('An object could not be cloned.');

  const encode = (root: unknown, extras?: Extras): string => {
    const seen = new Map<object, number>();
    const packed = (value: unknown): Tree => {
      const token = extras?.pack(value) ?? null;
      if (token === null) throw uncloneable();
      return ['extra', token[0], token[1]];
    };
    const walkObject = (value: object): Tree => {
      const known = seen.get(value);
      if (known !== undefined) return ['ref', known];
      const id = seen.size;
      seen.set(value, id);
      if (Array.isArray(value)) return ['array', id, value.map(walk)];
      if (value instanceof Date) return ['date', id, Number.isNaN(value.getTime()) ? null : value.getTime()];
      if (value instanceof RegExp) return ['regexp', id, value.source, value.flags];
      if (value instanceof Map) return ['map', id, [...value].map(([key, item]) => [walk(key), walk(item)])];
      if (value instanceof Set) return ['set', id, [...value].map(walk)];
      if (value instanceof Error) return ['error', id, value.message];
      if (value instanceof ArrayBuffer) return ['buffer', id, toText(new Uint8Array(value))];
      if (ArrayBuffer.isView(value)) {
        const tag = Object.prototype.toString.call(value).slice(8, -1);
        return ['view', id, tag in arrays ? tag : 'Uint8Array', toText(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))];
      }
      if (refused.has(Object.prototype.toString.call(value)) || 'nodeType' in value) return packed(value);
      return ['object', id, Object.entries(value).map(([key, item]: [string, unknown]) => [key, walk(item)])];
    };
    const walk = (value: unknown): Tree => {
      if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
      if (value === undefined) return ['undefined'];
      if (typeof value === 'bigint') return ['bigint', String(value)];
      if (typeof value === 'number') {
        return Number.isFinite(value) && !Object.is(value, -0) ? value : ['number', Object.is(value, -0) ? '-0' : String(value)];
      }
      if (typeof value === 'function' || typeof value === 'symbol') return packed(value);
      return walkObject(value);
    };
    return JSON.stringify(walk(root));
  };

  const decode = (text: string, extras?: Extras): unknown => {
    const made: unknown[] = [];
    const keep = <T>(id: unknown, value: T): T => {
      made[Number(id)] = value;
      return value;
    };
    const walk = (tree: unknown): unknown => {
      if (!Array.isArray(tree)) return tree;
      const [kind, id, first, second] = tree as [string, unknown, unknown, unknown];
      switch (kind) {
        case 'undefined':
          return undefined;
        case 'bigint':
          return BigInt(String(id));
        case 'number':
          return Number(id);
        case 'ref':
          return made[Number(id)];
        case 'extra':
          if (extras === undefined) throw uncloneable();
          return extras.unpack(String(id), Number(first));
        case 'array': {
          const list = keep<unknown[]>(id, []);
          for (const item of first as unknown[]) list.push(walk(item));
          return list;
        }
        case 'date':
          return keep(id, new Date(first === null ? Number.NaN : Number(first)));
        case 'regexp':
          return keep(id, new RegExp(String(first), String(second)));
        case 'map': {
          const map = keep(id, new Map<unknown, unknown>());
          for (const [key, item] of first as [unknown, unknown][]) map.set(walk(key), walk(item));
          return map;
        }
        case 'set': {
          const set = keep(id, new Set<unknown>());
          for (const item of first as unknown[]) set.add(walk(item));
          return set;
        }
        case 'error':
          return keep(id, new Error(String(first)));
        case 'buffer':
          return keep(id, toBuffer(String(first)));
        case 'view': {
          const View = arrays[String(first)];
          if (View === undefined) throw uncloneable();
          return keep(id, new View(toBuffer(String(second))));
        }
        case 'object': {
          const object = keep<Record<string, unknown>>(id, {});
          for (const [key, item] of first as [string, unknown][]) {
            // Defined, not assigned: assigning to `__proto__` would change the prototype.
            Object.defineProperty(object, key, { value: walk(item), enumerable: true, configurable: true, writable: true });
          }
          return object;
        }
        default:
          throw uncloneable();
      }
    };
    return walk(JSON.parse(text));
  };

  return { encode, decode };
}
