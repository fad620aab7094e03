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
/** Windows, GNOME and Breeze, light and dark. */
const PANELS = ['#ffffff', '#f3f3f3', '#eeeeee', '#e3e5e7', '#000000', '#131313', '#1c1c1c', '#202020', '#2a2e32'];
/** As WCAG measures it: 3 for what is not text. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('the catalogue of icons', () => {
  it('has every image the tray uses, and a high-resolution version of it', () => {
    for (const state of TRAY_STATES)
      for (const platform of ['darwin', 'win32', 'linux']) {
        const file = trayImageFile('', state, platform).replaceAll('\\', '/').replace(/^\//, '');
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

  it('has tray icons that are legible on every panel, and templates of one colour', () => {
    for (const { source, file, colours } of drawings.filter((drawing) => drawing.file.startsWith('tray/'))) {
      // Masks are black and white and not visible themselves.
      const visible = read(source).replace(/<mask[\s\S]*?<\/mask>/g, '');
      const inks = [...visible.matchAll(/#[0-9a-f]{6}\b/gi)].map(([ink]) => colours[ink] ?? ink);
      expect(inks.length, source).toBeGreaterThan(0);
      for (const ink of inks) {
        if (file.includes('Template')) expect(ink, file).toBe('#000000');
        else for (const panel of PANELS) expect(contrast(ink, panel), `${file}: ${ink} on ${panel}`).toBeGreaterThanOrEqual(3);
      }
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
