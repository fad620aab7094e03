/** Looks for secrets in whatever an app left behind: files byte by byte, in the forms that texts and numbers take on disks. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Named, so that a failure tells what leaked without telling it. */
export interface Needle {
  readonly name: string;
  readonly text: string;
}
/** Where something may have gone, and what is there. */
export interface Place {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every file below, whatever it is. */
export function filesBelow(folder: string): Place[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ name: file.slice(folder.length + 1), bytes: readFileSync(file) }));
}

/** "what: where" for everything that was found. */
export function found(needles: readonly Needle[], places: readonly Place[]): string[] {
  return needles.flatMap(({ name, text }) => {
    if (text.length < 6) throw new Error(`${name} is so short that it would be found by chance`);
    const forms = formsOf(text);
    return places.filter(({ bytes }) => forms.some((form) => bytes.includes(form))).map((place) => `${name}: ${place.name}`);
  });
}

function formsOf(text: string): Buffer[] {
  const bytes = Buffer.from(text, 'utf8');
  const texts = [
    text,
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text),
    bytes.toString('hex'),
    // Within a longer text, base64 begins at one of three places; what touches the text's ends differs with its neighbours.
    ...[0, 1, 2].map((shift) =>
      Buffer.concat([Buffer.alloc(shift), bytes])
        .toString('base64')
        .slice(shift === 0 ? 0 : shift + 1, -4),
    ),
  ];
  const wanted = texts.filter((form) => form.length >= 6);
  return [...new Set(wanted)].flatMap((form) => [Buffer.from(form, 'utf8'), Buffer.from(form, 'utf16le')]);
}
