/** Puts PNGs of several sizes into the one file that Windows (.ico) and macOS (.icns) want; each keeps the drawing made for its size. */

export interface SizedPng {
  readonly widthPx: number;
  readonly png: Uint8Array;
}

const ICO_HEADER_BYTES = 6;
const ICO_ENTRY_BYTES = 16;

/** Sizes up to 256, as Windows asks for them. PNGs stand inside as they are: every Windows that Electron runs on reads them. */
export function icoOf(images: readonly SizedPng[]): Uint8Array {
  const fitting = images.filter(({ widthPx }) => widthPx <= 256);
  const head = Buffer.alloc(ICO_HEADER_BYTES + ICO_ENTRY_BYTES * fitting.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(fitting.length, 4);
  let offset = head.length;
  for (const [index, { widthPx, png }] of fitting.entries()) {
    const entry = ICO_HEADER_BYTES + ICO_ENTRY_BYTES * index;
    // 256 does not fit in a byte and is written as 0.
    head.writeUInt8(widthPx % 256, entry);
    head.writeUInt8(widthPx % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...fitting.map(({ png }) => png)]);
}

/**
 * Types of .icns that hold a PNG, and its width: ordinary sizes and those for sharper screens. The two smallest ordinary ones (icp4,
 * icp5) are left out, since macOS draws PNGs in them wrongly; it takes the sharper ones instead.
 */
const ICNS_TYPES = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
] as const;

export function icnsOf(images: readonly SizedPng[]): Uint8Array {
  const blocks = ICNS_TYPES.map(([type, widthPx]) => {
    const image = images.find((one) => one.widthPx === widthPx);
    if (image === undefined) throw new Error(`No drawing of the app is ${widthPx} wide, which macOS wants.`);
    return block(type, image.png);
  });
  return block('icns', Buffer.concat(blocks));
}

/** Four letters, the length with its own eight bytes, the content. */
function block(type: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
