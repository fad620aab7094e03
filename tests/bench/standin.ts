/** The stand-in as JavaScript: Node's stripping of types takes memory that no app on Electron has. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Into that folder. The entry point. */
export async function buildStandin(folder: string): Promise<string> {
  const source = (name: string): string => fileURLToPath(new URL(`../host/standin/${name}.ts`, import.meta.url));
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [{ name: 'built', enforce: 'pre', transform: (code) => code.replace("new URL('electron.ts'", "new URL('electron.mjs'") }],
    ssr: { target: 'node', noExternal: true },
    build: {
      ssr: true,
      target: 'node24',
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: { run: source('run'), electron: source('electron') },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  });
  return join(folder, 'run.mjs');
}
