/** What opens the demo's pretend accounts: fixed and easily typed, so that the first steps can be tried by hand. No secrets. */
export const DEMO_CREDENTIALS = {
  apiKey: 'demo-key',
  apiSecret: 'demo-secret',
  phone: '+33600000000',
  password: 'demo-password',
} as const;
