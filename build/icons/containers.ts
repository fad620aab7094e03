/** Combines PNGs into the single icon file that Windows (.ico) and macOS (.icns) expect, each size with the drawing made for it. */
import { Icns, IcnsImage } from '@fiahfy/icns';
import type { OSType } from '@fiahfy/icns';
import { Data } from 'resedit';

export interface SizedPng {
  readonly widthPx: number;
  readonly png: Uint8Array;
}

/** Sizes up to 256, the maximum of the format. */
export function icoOf(images: readonly SizedPng[]): Uint8Array {
  const file = new Data.IconFile();
  for (const { widthPx, png } of images) {
    if (widthPx <= 256) file.icons.push({ planes: 1, data: Data.RawIconItem.from(png, widthPx, widthPx, 32) });
  }
  return new Uint8Array(file.generate());
}

/** PNG types of the format and their width, without the smallest two (icp4, icp5), whose PNGs macOS draws incorrectly. */
const ICNS_TYPES: readonly (readonly [OSType, number])[] = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];
const ICNS_HEADER_BYTES = 8;

export function icnsOf(images: readonly SizedPng[]): Uint8Array {
  const file = new Icns();
  for (const [type, widthPx] of ICNS_TYPES) {
    const image = images.find((one) => one.widthPx === widthPx);
    if (image === undefined) throw new Error(`macOS needs a drawing of the app that is ${widthPx} wide.`);
    file.append(new IcnsImage(type, ICNS_HEADER_BYTES + image.png.length, Buffer.from(image.png)));
  }
  return file.data;
}
