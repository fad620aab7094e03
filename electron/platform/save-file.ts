/** Saves a text where the user says. Only its owner can read it: settings and history are nobody else's business. */
import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileToSave, Screen } from '../app/desktop/ports.ts';
import { err, ok } from '../../shared/result.ts';

/** `parent`: the dialog stands before it; null where no window is open. */
export async function saveFile(file: FileToSave, parent: BrowserWindow | null): ReturnType<Screen['saveFile']> {
  const options = { defaultPath: file.suggestedName, filters: [{ name: file.extension.toUpperCase(), extensions: [file.extension] }] };
  const { canceled, filePath } = await (parent === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options));
  if (canceled || filePath === '') return ok({ savedAs: null });
  try {
    await writeFile(filePath, file.content, { mode: 0o600 });
    return ok({ savedAs: basename(filePath) });
  } catch (failure) {
    return err({ message: failure instanceof Error ? failure.message : String(failure) });
  }
}
