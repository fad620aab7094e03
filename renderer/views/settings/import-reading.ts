/** What main answers about an imported file, by its two outcomes. */
import type { CallOutput } from '../../../shared/ipc/contract.ts';

type Reading = CallOutput<'import.read'>;
export type ImportRead = Extract<Reading, { kind: 'read' }>;
export type ImportMistakeList = Extract<Reading, { kind: 'unreadable' }>['mistakes'];
