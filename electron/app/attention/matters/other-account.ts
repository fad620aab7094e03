/** A cloud answers for another account than the one the codes were made for: the user says whose it is, or enters other credentials. */
import type { Matter, MatterProvider } from '../matter.ts';

export const otherAccount: MatterProvider = {
  problemKinds: ['other-account', 'wrong-account'],
  find: ({ problems, localization: { text } }) =>
    problems
      .filter(({ kind }) => kind === 'other-account' || kind === 'wrong-account')
      .map(({ kind, cloud = null, message, question = null }): Matter => {
        const key = `${kind}:${cloud ?? ''}`;
        return {
          kind,
          key,
          target: { view: 'accounts', cloud },
          item: { severity: 'urgent', cloud, message, question, trayLabel: text('tray.other-account') },
          notice: {
            category: 'held',
            status: 'due',
            facets: [question?.key ?? key],
            title: text('notice.other-account-title'),
            body: message,
            isUrgent: false,
          },
        };
      }),
};
