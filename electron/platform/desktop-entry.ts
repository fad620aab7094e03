/** The text of an XDG autostart file (Desktop Entry Specification 1.5). Pure. */

export interface DesktopEntry {
  readonly name: string;
  readonly comment: string;
  /** Program and arguments, unquoted. */
  readonly command: readonly string[];
  /** Name or path of the icon. */
  readonly icon: string;
}

/** Throws on texts that no desktop file can hold (line breaks, an empty command): a bug of the caller. */
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

/** Always quoted, which is allowed: inside quotes only " ` $ and \ need care. A single % would begin a field code. */
function quoteArgument(argument: string): string {
  return `"${argument.replace(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%')}"`;
}

/** The rule for all values comes on top: so a backslash that quotes becomes two. */
function escapeValue(value: string): string {
  if (/[\n\r\0]/.test(value)) throw new TypeError('A desktop entry holds no line breaks.');
  return value.replaceAll('\\', String.raw`\\`).replaceAll('\t', String.raw`\t`);
}
