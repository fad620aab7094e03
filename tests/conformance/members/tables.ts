/** What the test of Electron's members accepts, each with its reason. An entry that is no longer needed fails the test. */

/** Where the typings say that a member is missing, and what happens there instead. From Electron's sources of this version. */
export const HARMLESS: readonly { readonly member: string; readonly missingOn: string; readonly because: string }[] = [
  { member: "App.on('activate')", missingOn: 'linux,win32', because: 'is never sent: there, a second launch opens the window' },
  { member: 'BaseWindowConstructorOptions.autoHideMenuBar', missingOn: 'darwin', because: 'is ignored: the menu bar is not in the window' },
  { member: 'BrowserWindow.setContentProtection', missingOn: 'linux', because: 'does nothing, and docs/security.md says so' },
  { member: "Notification.on('failed')", missingOn: 'linux', because: 'is sent there, too, when libnotify refuses' },
  { member: 'NotificationConstructorOptions.timeoutType', missingOn: 'darwin', because: 'is ignored: the user chooses in the settings' },
  { member: 'NotificationConstructorOptions.urgency', missingOn: 'darwin', because: 'is ignored' },
  { member: "PowerMonitor.on('shutdown')", missingOn: 'win32', because: 'is never sent: there it is the window that learns of it' },
  { member: 'role: window', missingOn: 'linux,win32', because: 'has no effect: the item has a submenu of its own' },
];

/** What no host can show, and why. */
export const UNPROVEN: readonly { readonly members: RegExp; readonly because: string }[] = [
  {
    members:
      /^(Clipboard|Dialog|MessageBox\w+|SaveDialog\w+|LoginItem\w+|Settings)\.|^App\.[gs]etLoginItemSettings$|^Shell\.openPath$|^RelaunchOptions\.execPath$/,
    because: 'on real Electron the hook answers instead, so that no test changes the machine',
  },
  { members: /^App\.setToastActivatorCLSID$/, because: 'it is written to the registry' },
  { members: /^role: /, because: 'only a person sees what an item with a role does' },
  { members: /^(BaseWindow|Notification)\w+\.(icon|backgroundColor|autoHideMenuBar)$/, because: 'only a person sees it' },
  { members: /^App\.on\('activate'\)$/, because: 'macOS sends it when the user clicks in the Dock' },
  { members: /^App\.on\('child-process-gone'\)$|^Details\.(exitCode|reason|type)$/, because: 'only a crash of Chromium causes it' },
  { members: /^WebContents\.on\('will-(attach-webview|redirect)'\)$/, because: 'needs a webview or a server, and pages get neither' },
];
