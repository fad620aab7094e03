/** Draws every picture of the catalogue into out/icons. Part of `npm run build:app`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { catalogue } from './catalogue.ts';
import type { Drawing } from './catalogue.ts';

const here = import.meta.dirname;
const out = join(here, '..', '..', 'out', 'icons');

function svgOf({ source, colours }: Drawing): string {
  const drawn = readFileSync(join(here, source), 'utf8');
  return Object.entries(colours).reduce((svg, [from, to]) => svg.replaceAll(from, to), drawn);
}

await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
for (const drawing of catalogue()) {
  const file = join(out, drawing.file);
  mkdirSync(dirname(file), { recursive: true });
  const image = new Resvg(svgOf(drawing), { fitTo: { mode: 'width', value: drawing.widthPx } });
  writeFileSync(file, image.render().asPng());
}
