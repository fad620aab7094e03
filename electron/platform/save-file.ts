/** Saves a file where the user chooses, readable by its owner only. */
import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Screen } from '../app/desktop/ports.ts';
import type { FileToSave } from '../app/ports/files.ts';
import { err, ok } from '../../shared/result.ts';

/** `parent`: the window the dialog belongs to, or null when none is open. */
export function saveFile(file: FileToSave, parent: BrowserWindow | null): ReturnType<Screen['saveFile']> {
  return save(file, parent);
}

/** The page of the window as it is printed. */
export async function savePdf(suggestedName: string, window: BrowserWindow | null): ReturnType<Screen['savePdf']> {
  if (window === null) return ok({ savedAs: null });
  return save({ suggestedName, extension: 'pdf', content: await window.webContents.printToPDF({ pageSize: 'A4' }) }, window);
}

interface AnyFile {
  readonly suggestedName: string;
  readonly extension: string;
  readonly content: string | Uint8Array;
}
async function save(file: AnyFile, parent: BrowserWindow | null): ReturnType<Screen['saveFile']> {
  const options = { defaultPath: file.suggestedName, filters: [{ name: file.extension.toUpperCase(), extensions: [file.extension] }] };
  const { canceled, filePath } = await (parent === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options));
  if (canceled || filePath === '') return ok({ savedAs: null });
  try {
    await writeFile(filePath, file.content, { mode: 0o600 });
    return ok({ savedAs: basename(filePath) });
  } catch (error) {
    return err({ message: error instanceof Error ? error.message : String(error) });
  }
}
