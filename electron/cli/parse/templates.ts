/** The part of the command line about texts for guests. */
import { Argument, Option } from 'commander';
import type { Command } from 'commander';
import type { BookingId } from '../../../shared/domain/ids.ts';
import { GUEST_LANGUAGES, TEMPLATE_NAMES } from '../../../shared/domain/told.ts';
import type { GuestLanguage, TemplateName } from '../../../shared/domain/told.ts';
import { withActOptions, withConsent } from '../act-arguments.ts';
import type { Request, RequestOf } from '../request.ts';
import { readId } from './values.ts';

export function addTemplates(program: Command, use: (request: Request) => void): void {
  const templates = program.command('templates').description('the texts that guests get');
  const name = (): Argument => new Argument('<name>', 'which text').choices(TEMPLATE_NAMES);
  const language = (): Option => new Option('--language <language>', 'of the guest').choices(GUEST_LANGUAGES);
  const unit = (): Option => new Option('--unit <id>', 'number of a unit: its own text').argParser(readId);
  templates
    .command('list')
    .description('list the texts of all languages')
    .action(() => use({ command: 'templates list' }));
  templates
    .command('show')
    .description('show one text; without --language, that of your default language')
    .addArgument(name())
    .addOption(language())
    .addOption(unit())
    .action((given: TemplateName, options: Omit<RequestOf<'templates show'>, 'name'>) =>
      use({ ...options, command: 'templates show', name: given }),
    );
  withConsent(
    templates
      .command('set')
      .description('use your own text')
      .addArgument(name())
      .addOption(language().makeOptionMandatory())
      .addOption(unit())
      .argument('<file>', 'text file'),
  ).action((given: TemplateName, file: string, options: Omit<RequestOf<'templates set'>, 'name' | 'file'>) =>
    use({ ...options, command: 'templates set', name: given, file }),
  );
  withConsent(
    templates
      .command('reset')
      .description('use the built-in text again')
      .addArgument(name())
      .addOption(language().makeOptionMandatory())
      .addOption(unit()),
  ).action((given: TemplateName, options: Omit<RequestOf<'templates reset'>, 'name'>) =>
    use({ ...options, command: 'templates reset', name: given }),
  );
  withActOptions(
    templates
      .command('test')
      .description('send yourself a text through Smoobu, as it would be for a booking, with dots for its digits')
      .addArgument(name())
      .addArgument(new Argument('<booking>', 'number of the booking').argParser(readId))
      .addOption(language())
      .addOption(unit()),
  ).action((given: TemplateName, booking: BookingId, options: Omit<RequestOf<'templates test'>, 'name' | 'booking'>) =>
    use({ ...options, command: 'templates test', name: given, booking }),
  );
  withConsent(
    templates
      .command('approve')
      .description('use the built-in texts of a language that are drafts')
      .addArgument(new Argument('<language>', 'once you have read them').choices(GUEST_LANGUAGES)),
  ).action((given: GuestLanguage, options: Omit<RequestOf<'templates approve'>, 'language'>) =>
    use({ ...options, command: 'templates approve', language: given }),
  );
}
