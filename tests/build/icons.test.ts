/** The icons: every file the program uses is drawn, and all colours of the sources have a replacement. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { APP_SIZES, catalogue, TRAY_STATES } from '../../build/icons/catalogue.ts';
import { icnsOf, icoOf } from '../../build/icons/containers.ts';
import { trayImageFile } from '../../electron/platform/tray-images.ts';

const folder = new URL('../../build/icons/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const drawings = catalogue();
const files = drawings.map(({ file }) => file);

describe('the catalogue of icons', () => {
  it('has every image the tray uses, and a high-resolution version of it', () => {
    for (const state of TRAY_STATES)
      for (const platform of ['darwin', 'win32', 'linux'])
        for (const isDark of [false, true]) {
          const file = trayImageFile('', state, { platform, isDark, desktop: '' }).replaceAll('\\', '/').replace(/^\//, '');
          expect(files).toContain(file);
          expect(files).toContain(file.replace('.png', '@2x.png'));
        }
  });

  it('has the app icon in every size that packagers need', () => {
    for (const size of APP_SIZES) expect(drawings.find(({ file }) => file === `app/${size}.png`)?.widthPx).toBe(size);
  });

  it('uses every source, and draws no file twice', () => {
    const sources = readdirSync(folder).filter((name) => name.endsWith('.svg'));
    expect([...new Set(drawings.map(({ source }) => source))].sort()).toEqual(sources.sort());
    expect(new Set(files).size).toBe(files.length);
  });

  it('replaces every colour of the tray icons, so that none is invisible on a dark panel', () => {
    for (const { source, file, colours } of drawings.filter((drawing) => /on-dark|Template/.test(drawing.file))) {
      // Masks are black and white and not visible themselves.
      const visible = read(source).replace(/<mask[\s\S]*?<\/mask>/g, '');
      const inks = [...visible.matchAll(/#[0-9a-f]{6}\b/gi)].map(([ink]) => ink);
      expect(inks.length, source).toBeGreaterThan(0);
      for (const ink of inks) expect(Object.keys(colours), `${file}: ${ink}`).toContain(ink);
    }
  });

  it('does not recolour the masks', () => {
    for (const { source, colours } of drawings) {
      for (const mask of read(source).match(/<mask[\s\S]*?<\/mask>/g) ?? []) {
        for (const ink of Object.keys(colours)) expect(mask).not.toContain(ink);
      }
    }
  });
});

describe('the app icon in one file', () => {
  const images = APP_SIZES.map((widthPx) => ({ widthPx, png: Buffer.from(`picture of ${widthPx}`) }));

  it('has every size up to 256 for Windows, each at its offset in the directory', () => {
    const ico = Buffer.from(icoOf(images));
    const sizes = APP_SIZES.filter((size) => size <= 256);
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, sizes.length]);
    for (const [index, size] of sizes.entries()) {
      const entry = 6 + 16 * index;
      expect(ico.readUInt8(entry) || 256).toBe(size);
      const start = ico.readUInt32LE(entry + 12);
      expect(ico.subarray(start, start + ico.readUInt32LE(entry + 8)).toString()).toBe(`picture of ${size}`);
    }
  });

  it('has every type with the drawing of its size for macOS, and a correct length', () => {
    const icns = Buffer.from(icnsOf(images));
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
    const found: Record<string, string> = {};
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
      found[icns.toString('latin1', at, at + 4)] = icns.toString('latin1', at + 8, at + icns.readUInt32BE(at + 4));
    expect(found).toMatchObject({ ic07: 'picture of 128', ic10: 'picture of 1024', ic11: 'picture of 32', ic14: 'picture of 512' });
    expect(() => icnsOf(images.slice(0, 4))).toThrow('64 wide');
  });
});
