/** Which module runs which command. Each is loaded only when needed, so that small commands start fast. */
import type { Answer } from './answer.ts';
import type { CommandContext } from './context.ts';
import type { Request } from './request.ts';

export async function dispatch(context: CommandContext, request: Request): Promise<Answer> {
  switch (request.command) {
    case 'sync':
      return (await import('./commands/sync.ts')).sync(context, request);
    case 'watch':
      return (await import('./commands/watch.ts')).watch(context, request);
    case 'status':
      return (await import('./commands/status.ts')).status(context);
    case 'history':
      return (await import('./commands/history.ts')).history(context, request);
    case 'discover':
      return (await import('./commands/discover.ts')).discover(context);
    case 'codes list':
      return (await import('./commands/codes.ts')).codesList(context, request);
    case 'codes create':
      return (await import('./commands/codes.ts')).codesCreate(context, request);
    case 'codes update':
      return (await import('./commands/codes.ts')).codesUpdate(context, request);
    case 'codes delete':
      return (await import('./commands/codes.ts')).codesDelete(context, request);
    case 'import':
      return (await import('./commands/import.ts')).importFile(context, request);
    case 'credentials':
      return (await import('./commands/credentials.ts')).credentials(context, request);
    case 'doctor':
      return (await import('./commands/doctor.ts')).doctor(context);
  }
}
