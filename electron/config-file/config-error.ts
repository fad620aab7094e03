/** A mistake in a configuration file: where it stands and what is wrong. Never quotes a value, since values may be secrets. */

export interface ConfigError {
  /** 1-based. */
  readonly line: number;
  /** Dotted path such as "lock_accessoires.3705"; "" where the file as a whole or its syntax is meant. */
  readonly key: string;
  readonly message: string;
}

/** "line 7: lock_accessoires.3705: must be …" */
export function formatConfigError({ line, key, message }: ConfigError): string {
  return `line ${String(line)}: ${key === '' ? '' : `${key}: `}${message}`;
}

export function sortConfigErrors(errors: readonly ConfigError[]): readonly ConfigError[] {
  return errors.toSorted((one, other) => one.line - other.line);
}

/** Keys come from the file: printed in full they could upset a terminal or fill it. */
export function printableKey(key: string): string {
  const plain = key.replaceAll(/[\p{C}\s]+/gu, ' ').trim();
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain;
}
