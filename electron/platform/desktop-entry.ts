/** The text of an XDG autostart file (Desktop Entry Specification 1.5). Pure. */

export interface DesktopEntry {
  readonly name: string;
  readonly comment: string;
  /** Program and arguments, unquoted. */
  readonly command: readonly string[];
  /** Name or path of the icon. */
  readonly icon: string;
}

/** Throws when a value contains a line break or the command is empty: a bug in the caller. */
export function desktopEntry({ name, comment, command, icon }: DesktopEntry): string {
  if (command.length === 0) throw new TypeError('A desktop entry needs a command.');
  const values = [
    ['Type', 'Application'],
    ['Version', '1.5'],
    ['Name', name],
    ['Comment', comment],
    ['Exec', command.map(quoteArgument).join(' ')],
    ['Icon', icon],
    ['Terminal', 'false'],
    ['X-GNOME-Autostart-enabled', 'true'],
  ];
  return `[Desktop Entry]\n${values.map(([key, value]) => `${key ?? ''}=${escapeValue(value ?? '')}\n`).join('')}`;
}

/** Always quoted, which is allowed: inside quotes only " ` $ and \ are escaped. A single % would start a field code. */
function quoteArgument(argument: string): string {
  return `"${argument.replace(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%')}"`;
}

/** Applies to every value, so the backslashes of quoted arguments are doubled. */
function escapeValue(value: string): string {
  if (/[\n\r\0]/.test(value)) throw new TypeError('A desktop entry cannot contain line breaks.');
  return value.replaceAll('\\', String.raw`\\`).replaceAll('\t', String.raw`\t`);
}
