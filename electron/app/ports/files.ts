/** A file that the user saves where they choose. */

export interface FileToSave {
  /** With its extension, without a folder. */
  readonly suggestedName: string;
  readonly content: string;
  readonly extension: 'csv' | 'json';
}
