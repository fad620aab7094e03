/** Determines how the program was installed, from the traces that packagers and systems leave. Pure. */
import { posix, win32 } from 'node:path';
import type { Installation } from '../app/updates/update-policy.ts';

export interface InstallationFacts {
  readonly platform: string;
  readonly isPackaged: boolean;
  /** See started-file.ts. */
  readonly started: string | null;
  /** `process.execPath` */
  readonly execPath: string;
  /** `process.resourcesPath` */
  readonly resourcesFolder: string;
  readonly hasFile: (file: string) => boolean;
  /** A text file's content; null when it does not exist. */
  readonly readFile: (file: string) => string | null;
}

export function installationOf({
  platform,
  isPackaged,
  started,
  execPath,
  resourcesFolder,
  hasFile,
  readFile,
}: InstallationFacts): Installation {
  if (!isPackaged) return 'development';
  switch (platform) {
    case 'win32':
      if (started !== null) return 'portable';
      return hasFile(win32.join(win32.dirname(execPath), 'Uninstall Latchkey.exe')) ? 'installer' : 'folder';
    case 'darwin':
      // Started from the disk image, or from the temporary path macOS uses for apps that were never moved out of it.
      return /^\/Volumes\/|\/AppTranslocation\//.test(execPath) ? 'mac-image' : 'mac';
    default: {
      if (started !== null) return 'appimage';
      const type = readFile(posix.join(resourcesFolder, 'package-type'))?.trim();
      return type === 'deb' || type === 'rpm' ? type : 'folder';
    }
  }
}
