/** Draws every icon of the catalogue into out/icons, and combines the app icon for Windows and macOS. Part of `npm run build:app`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { catalogue } from './catalogue.ts';
import type { Drawing } from './catalogue.ts';
import { icnsOf, icoOf } from './containers.ts';
import type { SizedPng } from './containers.ts';

const here = import.meta.dirname;
const out = join(here, '..', '..', 'out', 'icons');

function svgOf({ source, colours }: Drawing): string {
  const drawn = readFileSync(join(here, source), 'utf8');
  return Object.entries(colours).reduce((svg, [from, to]) => svg.replaceAll(from, to), drawn);
}

await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
const appIcons: SizedPng[] = [];
for (const drawing of catalogue()) {
  const file = join(out, drawing.file);
  mkdirSync(dirname(file), { recursive: true });
  const image = new Resvg(svgOf(drawing), { fitTo: { mode: 'width', value: drawing.widthPx } });
  const png = image.render().asPng();
  writeFileSync(file, png);
  if (drawing.file.startsWith('app/')) appIcons.push({ widthPx: drawing.widthPx, png });
}
writeFileSync(join(out, 'app.ico'), icoOf(appIcons));
writeFileSync(join(out, 'app.icns'), icnsOf(appIcons));
