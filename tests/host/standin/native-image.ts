/** `nativeImage`: PNG files and buffers, with their size read from the header. */
import { readFileSync } from 'node:fs';
import type * as Electron from 'electron';
import type { TrayView } from '../api.ts';
import { strict } from './strict.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export class NativeImage implements Pick<Electron.NativeImage, 'isEmpty' | 'getSize'> {
  private readonly _path: string | null;
  private readonly _size: Electron.Size;

  constructor(path: string | null, bytes: Buffer) {
    const isPng = bytes.length > 24 && bytes.subarray(0, 8).equals(PNG);
    this._path = path;
    this._size = isPng ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : { width: 0, height: 0 };
  }

  isEmpty(): boolean {
    return this._size.width === 0;
  }

  getSize(): Electron.Size {
    return { ...this._size };
  }

  facts(): TrayView['image'] {
    return { path: this._path, ...this._size, isEmpty: this.isEmpty() };
  }
}

function readOrEmpty(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

export const nativeImage = strict('nativeImage', {
  createFromPath: (path: string): NativeImage => strict('NativeImage', new NativeImage(path, readOrEmpty(path))),
  createFromBuffer: (buffer: Buffer): NativeImage => strict('NativeImage', new NativeImage(null, buffer)),
});
