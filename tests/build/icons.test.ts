/** The icons: every file the program asks for is drawn, from a source whose colours are all known. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { APP_SIZES, catalogue, TRAY_STATES } from '../../build/icons/catalogue.ts';
import { trayImageFile } from '../../electron/platform/tray-images.ts';

const folder = new URL('../../build/icons/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const drawings = catalogue();
const files = drawings.map(({ file }) => file);

describe('the catalogue of icons', () => {
  it('has every picture the tray asks for, and a sharper one beside it', () => {
    for (const state of TRAY_STATES)
      for (const platform of ['darwin', 'win32', 'linux'])
        for (const isDark of [false, true]) {
          const file = trayImageFile('', state, { platform, isDark, desktop: '' }).replaceAll('\\', '/').replace(/^\//, '');
          expect(files).toContain(file);
          expect(files).toContain(file.replace('.png', '@2x.png'));
        }
  });

  it('has the app in every size that packagers want', () => {
    for (const size of APP_SIZES) expect(drawings.find(({ file }) => file === `app/${size}.png`)?.widthPx).toBe(size);
  });

  it('uses every source, and draws nothing twice', () => {
    const sources = readdirSync(folder).filter((name) => name.endsWith('.svg'));
    expect([...new Set(drawings.map(({ source }) => source))].sort()).toEqual(sources.sort());
    expect(new Set(files).size).toBe(files.length);
  });

  it('knows every colour of the tray: one it does not would vanish on a dark panel', () => {
    for (const { source, file, colours } of drawings.filter((drawing) => /on-dark|Template/.test(drawing.file))) {
      // Masks are black and white, and never seen.
      const seen = read(source).replace(/<mask[\s\S]*?<\/mask>/g, '');
      const inks = [...seen.matchAll(/#[0-9a-f]{6}\b/gi)].map(([ink]) => ink);
      expect(inks.length, source).toBeGreaterThan(0);
      for (const ink of inks) expect(Object.keys(colours), `${file}: ${ink}`).toContain(ink);
    }
  });

  it('does not repaint the masks', () => {
    for (const { source, colours } of drawings) {
      for (const mask of read(source).match(/<mask[\s\S]*?<\/mask>/g) ?? []) {
        for (const ink of Object.keys(colours)) expect(mask).not.toContain(ink);
      }
    }
  });
});
