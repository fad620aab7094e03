/** What the Vite configurations have in common. */
import { fileURLToPath } from 'node:url';
import type { Plugin, UserConfig } from 'vite';

/** The absolute path of a file or folder of this repository. */
export const source = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

export interface NodeBundle {
  readonly target: string;
  readonly input: Readonly<Record<string, string>>;
  /** All other packages are bundled. */
  readonly external: string[];
  readonly output: NonNullable<NonNullable<NonNullable<UserConfig['build']>['rolldownOptions']>['output']>;
}

/** What takes the place of a package in the bundles: they are read at every start, and stay in memory. */
export const SMALLER_PACKAGES = [
  { find: /^undici$/, replacement: source('build/undici-client.cjs') },
  // One copy for those who import it and those who require it.
  { find: /^tough-cookie$/, replacement: source('node_modules/tough-cookie/dist/index.js') },
];

/** Node keeps the source of what runs: with a single letter beyond Latin-1, two bytes for each of its characters. */
const inAscii: Plugin = {
  name: 'ascii',
  generateBundle(_options, bundle) {
    const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.code = chunk.code.replaceAll(/[^\0-\x7F]/g, escaped);
  },
};

/** Bundles for Node and Electron. They share the folder out/, which `npm run build` clears first. */
export function nodeBundle({ target, input, external, output }: NodeBundle): UserConfig {
  return {
    root: source('.'),
    logLevel: 'warn',
    publicDir: false,
    ssr: { target: 'node', noExternal: true, external },
    resolve: { alias: SMALLER_PACKAGES },
    build: {
      ssr: true,
      ssrEmitAssets: true,
      target,
      outDir: source('out'),
      emptyOutDir: false,
      minify: false,
      sourcemap: false,
      rolldownOptions: { input, output, plugins: [inAscii] },
    },
  };
}
