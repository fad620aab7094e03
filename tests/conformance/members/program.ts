/** TypeScript's view of sources: the files of the program, or snippets that exist in memory only. */
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** As TypeScript writes paths, on Windows too. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replaceAll('\\', '/');

export interface Sources {
  readonly program: ts.Program;
  /** Without declarations and libraries. */
  readonly files: readonly ts.SourceFile[];
}

/** Everything that these files import, with their own snippets in front of what is on the disk. */
export function readSources(entries: readonly string[], snippets: Readonly<Record<string, string>> = {}): Sources {
  const config = ts.readConfigFile(`${ROOT}tsconfig.base.json`, (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, ROOT);
  const settings: ts.CompilerOptions = { ...options, types: ['node'], allowJs: true, checkJs: false };
  const host = ts.createCompilerHost(settings);
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  const own = new Map(Object.entries(snippets).map(([name, text]) => [`${ROOT}${name}`, text]));
  host.readFile = (path) => own.get(path) ?? readFile(path);
  host.fileExists = (path) => own.has(path) || fileExists(path);
  const program = ts.createProgram([...entries.map((path) => `${ROOT}${path}`), ...own.keys()], settings, host);
  const files = program
    .getSourceFiles()
    .filter(({ fileName, isDeclarationFile }) => !isDeclarationFile && !fileName.includes('/node_modules/'));
  return { program, files };
}

export const fromRoot = (path: string): string => path.slice(ROOT.length);
