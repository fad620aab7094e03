/** The third-party software that is shipped, and its licences: the bundled packages, and what is shipped outside the bundles. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledPackages } from './bundled.ts';

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** They require only that their text is included. Check the terms of another licence before adding it. */
const ALLOWED: readonly string[] = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0', 'ISC', 'MIT'];

export interface Shipped {
  readonly name: string;
  /** Null for a part of another package. */
  readonly version: string | null;
  readonly licence: string;
  /** Why it is shipped, where that is not obvious. */
  readonly note: string | null;
  readonly text: string;
}

/** Shipped outside the bundles. node-addon-api is compiled into keytar's binary. */
const BESIDE = ['electron', 'keytar', 'node-addon-api'];
const NOTES: Readonly<Record<string, string>> = {
  electron: 'The shell of the program.',
  'node-addon-api': 'Compiled into the binary of @github/keytar.',
  rolldown: 'A few helpers in the bundles.',
  vite: 'A few helpers in the bundles.',
};
/** Contained in a package that does not list them. */
const WITHIN: Readonly<Record<string, readonly Shipped[]>> = {
  electron: [
    {
      name: 'Chromium',
      version: null,
      licence: 'BSD-3-Clause and others',
      note: 'Part of Electron: what the window is drawn with.',
      text: 'The licences of Chromium and of everything in it are in LICENSES.chromium.html beside the program.',
    },
    {
      name: 'Node.js',
      version: null,
      licence: 'MIT and others',
      note: 'Part of Electron: what everything but the window runs on.',
      text: 'The licences of Node.js and of everything in it are at https://github.com/nodejs/node/blob/main/LICENSE.',
    },
  ],
  undici: [
    {
      name: 'llhttp',
      version: null,
      licence: 'MIT',
      note: 'Part of undici: its HTTP parser.',
      text: textBeside('llhttp.txt'),
    },
  ],
  tldts: [
    {
      name: 'Public Suffix List',
      version: null,
      licence: 'MPL-2.0',
      note: 'Data in tldts, unchanged in content: which domains may share cookies.',
      text: 'This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not distributed\nwith this file, You can obtain one at https://mozilla.org/MPL/2.0/. The list itself is at https://publicsuffix.org/list/.',
    },
  ],
};

/** For packages without a licence file: the text of the licence they state, with their author's name. */
const TEXTS: Readonly<Record<string, string>> = { 'lazy-val': textBeside('lazy-val.txt') };

export async function shippedPackages(): Promise<readonly Shipped[]> {
  const folders = new Set([...(await bundledPackages()), ...BESIDE.map((name) => join(MODULES, name))]);
  const packages = [...folders].flatMap((folder) => {
    const described = describePackage(folder);
    return [described, ...(WITHIN[described.name] ?? [])];
  });
  return packages.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

export function describePackage(folder: string): Shipped {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string' || typeof version !== 'string') throw new Error(`${folder} has no name or no version.`);
  const licence = acceptedLicence(license);
  if (licence === null) throw new Error(`${name} ${version} is under ${JSON.stringify(license)}, which is not among the allowed licences.`);
  return { name, version, licence, note: NOTES[name] ?? null, text: TEXTS[name] ?? licenceText(folder) };
}

/** The first allowed licence of a choice such as "(MIT OR CC0-1.0)", or null. */
export function acceptedLicence(stated: unknown): string | null {
  if (typeof stated !== 'string') return null;
  const choices = stated.replace(/^\((.*)\)$/, '$1').split(' OR ');
  return choices.find((choice) => ALLOWED.includes(choice)) ?? null;
}

function textBeside(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
    .replaceAll('\r\n', '\n')
    .trim();
}

/** The complete licence text. Throws when a package has none. */
function licenceText(folder: string): string {
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name));
  if (names.length === 0) throw new Error(`${folder} brings no text of its licence.`);
  const texts = names.sort().map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
  // Vite's file also lists the licences of its own dependencies, which are not in our bundles.
  return texts.map((text) => text.split('\n# Licenses of bundled dependencies')[0]?.trim()).join('\n\n');
}
