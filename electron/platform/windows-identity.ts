/** The name, the app id and the toast activator by which Windows recognises the program. Pure. */
import type { Installation } from '../app/updates/update-policy.ts';

export interface WindowsIdentity {
  /** Electron's name for the app, and so for its entry in the Start menu. */
  readonly name: string;
  /** Notifications and buttons of the taskbar belong to it. */
  readonly appUserModelId: string;
  /** Electron draws one for each run otherwise, and writes the entry of the Start menu again. Never change them: they are in the registry. */
  readonly toastActivatorClsid: string;
}

const INSTALLED: WindowsIdentity = {
  name: 'Latchkey',
  appUserModelId: 'app.latchkey',
  toastActivatorClsid: '{6F0B7A52-3C1E-4D0E-9E59-5A1C0E6B9D31}',
};
const PORTABLE: WindowsIdentity = {
  name: 'Latchkey Portable',
  appUserModelId: 'app.latchkey.portable',
  toastActivatorClsid: '{D2A4F1C8-7B86-4E3A-8C0D-2F94B35E7A60}',
};
const DEVELOPMENT: WindowsIdentity = {
  name: 'Latchkey Development',
  appUserModelId: 'app.latchkey.development',
  toastActivatorClsid: '{83E95B17-0D6C-4A2F-B1F7-C64E0A9D5238}',
};

/**
 * To show notifications, Electron makes the running program the target of the Start menu's entry of its name, and of its activator in the
 * registry (`windows_toast_activator.cc`). A portable or development copy of the same name would thus take the place of the installed one.
 */
export function windowsIdentity(installation: Installation): WindowsIdentity {
  if (installation === 'development') return DEVELOPMENT;
  return installation === 'portable' || installation === 'folder' ? PORTABLE : INSTALLED;
}
