import { FixRequest } from '../../protocol/fixes';
import { sentences } from '../sentences';
import type { Services } from '../services';
import { askAndEdit } from './askAnswer';
import { fixParamsOf } from './commandArguments';
import { offer } from './runCommand';

/** Asks the person what a fix needs to know, and makes it. */
export async function applyFix(services: Services, argument: unknown): Promise<void> {
  const params = fixParamsOf(argument);
  if (params === undefined) {
    offer('error', sentences.badArguments);
    return;
  }
  await askAndEdit(services, (answer) =>
    services.server.ask((client) =>
      client.sendRequest(FixRequest, { ...params, ...(answer !== undefined && { answer }) }),
    ),
  );
}
