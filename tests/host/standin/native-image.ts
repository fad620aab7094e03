/** `nativeImage`: PNG files and buffers, with their size read from the header. Nothing is drawn. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type * as Electron from 'electron';
import { strict } from './strict.ts';

/** How a driver describes an image. */
export interface ImageFacts {
  /** Where it was read from, null when it was made from bytes. */
  readonly path: string | null;
  readonly width: number;
  readonly height: number;
  readonly isEmpty: boolean;
  readonly isTemplate: boolean;
  /** Tells images apart; null when empty. */
  readonly sha256: string | null;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function sizeOf(bytes: Buffer): Electron.Size {
  const isPng = bytes.length > 24 && bytes.subarray(0, 8).equals(PNG);
  return isPng ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : { width: 0, height: 0 };
}

type Implemented =
  | 'isEmpty'
  | 'getSize'
  | 'toPNG'
  | 'toDataURL'
  | 'addRepresentation'
  | 'setTemplateImage'
  | 'isTemplateImage'
  | 'getScaleFactors';

export class NativeImage implements Pick<Electron.NativeImage, Implemented> {
  private readonly _path: string | null;
  private readonly _representations = new Map<number, Buffer>();
  private _template: boolean;

  constructor(path: string | null, bytes: Buffer | null, scaleFactor = 1) {
    this._path = path;
    // Electron takes this name for a template image, too.
    this._template = path !== null && /Template(@\d(\.\d+)?x)?\.\w+$/.test(basename(path));
    if (bytes !== null && sizeOf(bytes).width > 0) this._representations.set(scaleFactor, bytes);
  }

  get isMacTemplateImage(): boolean {
    return this._template;
  }

  isEmpty(): boolean {
    return this._representations.size === 0;
  }

  getSize(): Electron.Size {
    const [first] = this._representations;
    if (first === undefined) return { width: 0, height: 0 };
    const { width, height } = sizeOf(first[1]);
    return { width: Math.round(width / first[0]), height: Math.round(height / first[0]) };
  }

  toPNG(): Buffer {
    return [...this._representations.values()][0] ?? Buffer.alloc(0);
  }

  toDataURL(): string {
    return `data:image/png;base64,${this.toPNG().toString('base64')}`;
  }

  getScaleFactors(): number[] {
    return [...this._representations.keys()];
  }

  addRepresentation({ scaleFactor = 1, buffer, dataURL }: Electron.AddRepresentationOptions): void {
    const bytes = buffer ?? (dataURL === undefined ? null : Buffer.from(dataURL.slice(dataURL.indexOf(',') + 1), 'base64'));
    if (bytes !== null && sizeOf(Buffer.from(bytes)).width > 0) this._representations.set(scaleFactor, Buffer.from(bytes));
  }

  setTemplateImage(option: boolean): void {
    this._template = option;
  }

  isTemplateImage(): boolean {
    return this._template;
  }

  facts(): ImageFacts {
    const sha256 = this.isEmpty() ? null : createHash('sha256').update(this.toPNG()).digest('hex');
    return { path: this._path, ...this.getSize(), isEmpty: this.isEmpty(), isTemplate: this._template, sha256 };
  }
}

function make(path: string | null, bytes: Buffer | null, scaleFactor?: number): NativeImage {
  return strict('NativeImage', new NativeImage(path, bytes, scaleFactor));
}

export const nativeImage = strict('nativeImage', {
  createEmpty: (): NativeImage => make(null, null),
  createFromPath(path: string): NativeImage {
    try {
      return make(path, readFileSync(path));
    } catch {
      return make(path, null);
    }
  },
  createFromBuffer: (buffer: Buffer, { scaleFactor }: Electron.CreateFromBufferOptions = {}): NativeImage =>
    make(null, Buffer.from(buffer), scaleFactor),
  createFromDataURL: (dataURL: string): NativeImage => make(null, Buffer.from(dataURL.slice(dataURL.indexOf(',') + 1), 'base64')),
});

/** Where Electron takes an image or the path of one. */
export function imageFrom(image: unknown): NativeImage {
  if (typeof image === 'string') {
    const read = nativeImage.createFromPath(image);
    if (read.isEmpty()) throw new Error(`Failed to load image from path '${image}'`);
    return read;
  }
  if (image instanceof NativeImage) return image;
  throw new TypeError('stand-in: this is no image');
}
