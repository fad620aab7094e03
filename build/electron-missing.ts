/** Resolved outside Electron in its place: importing it fails with a message that says what to do. */
throw new Error(
  'This code imports electron, which unit tests do not have. Test the code behind its port, or start the app as in tests/host.',
);

export {};
