/** The switches of Chromium that the packaged program obeys. Pure. */

/**
 * What computers need that draw or scale wrongly otherwise, what makes Chromium speak to a screen reader that it did not notice, and
 * `no-sandbox`, which Chromium reads before any script runs. The same list for all systems: a switch that a system does not know has no effect.
 */
const OBEYED: ReadonlySet<string> = new Set([
  'disable-gpu',
  'disable-gpu-compositing',
  'disable-software-rasterizer',
  'enable-wayland-ime',
  'force-device-scale-factor',
  'force-renderer-accessibility',
  'gtk-version',
  'lang',
  'no-sandbox',
  'ozone-platform',
  'ozone-platform-hint',
  'use-gl',
]);

/** Each lets another program operate the window, and read a PIN in it. They are named so that they go however they were given. */
const DEBUGGING = ['remote-debugging-pipe', 'remote-debugging-port', 'remote-debugging-address', 'remote-allow-origins'];

/**
 * All others, as names for `app.commandLine.removeSwitch`: Chromium has more than a thousand, and no list of the dangerous ones (another
 * program around the page's process, other addresses for hosts, a page without its protections) stays complete.
 */
export function unwantedSwitches(argv: readonly string[]): readonly string[] {
  // Chromium takes one hyphen or two, on Windows a slash as well, and there any case.
  const given = argv.flatMap((argument) => /^(?:--?|\/)(?<name>[^-=][^=]*)/.exec(argument.trim())?.groups?.name ?? []);
  return [...new Set([...DEBUGGING, ...given.map((name) => name.toLowerCase()).filter((name) => !OBEYED.has(name))])];
}
