import { describe, expect, it } from 'vitest';
import { refuseOldNode } from './node-version.ts';

describe('refuseOldNode', () => {
  it.each(['22.19.0', '22.20.1', '24.21.0', '26.0.0'])('lets %s through', (version) => {
    expect(refuseOldNode(version)).toBeNull();
  });
  it.each(['18.20.0', '20.20.2', '22.18.9', '21.99.0'])('refuses %s in one line', (version) => {
    expect(refuseOldNode(version)).toContain(`this is Node ${version}`);
    expect(refuseOldNode(version)).not.toContain('\n');
  });
});
