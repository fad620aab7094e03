/** What a test gets that reaches for Electron without a stand-in: a failure that names the mend. */
throw new Error(
  'This code imports electron, which tests do not have: test what it calls behind its port, or stand something in with vi.mock.',
);

export {};
