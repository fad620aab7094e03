/** The credentials of the demo's accounts: fixed and easy to type, so that the first steps can be tried by hand. No secrets. */
export const DEMO_CREDENTIALS = {
  apiKey: 'demo-key',
  apiSecret: 'demo-secret',
  phone: '+33600000000',
  password: 'demo-password',
} as const;
