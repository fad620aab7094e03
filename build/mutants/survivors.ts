/** Prints each mutant that survives as soon as that is known, since a whole run takes long. A reporter for the mutation tool, which loads it by its path. */

interface TestedMutant {
  readonly status: string;
  readonly fileName: string;
  readonly replacement: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

class SurvivorsReporter {
  onMutantTested({ status, fileName, replacement, location: { start } }: TestedMutant): void {
    if (status !== 'Survived' && status !== 'NoCoverage') return;
    console.log(`${fileName}:${String(start.line)}:${String(start.column)} ${status} -> ${replacement.replaceAll(/\s+/gu, ' ')}`);
  }
}

export const strykerPlugins = [{ kind: 'Reporter', name: 'survivors', injectableClass: SurvivorsReporter }];
