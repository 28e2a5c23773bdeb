import type { Reception } from '../../conversation/reception.ts';
import type { Log } from '../../core/log.ts';
import type { InFlight } from '../in-flight.ts';
import type { Answering } from './answer.ts';
import type { ChangeDialog, OpenDialog } from './dialogs.ts';
import type { People } from './people.ts';
import type { Sending } from './send.ts';

/** What receiving needs of the rest of the chat. */
export interface Desk {
  readonly reception: Reception;
  readonly people: People;
  readonly answering: Answering;
  readonly sending: Sending;
  readonly openDialog: OpenDialog;
  readonly changeDialog: ChangeDialog;
  /** Slack says that the bot's token is no good any more: so it is until Slack takes it. */
  readonly doubtToken: () => Promise<void>;
  readonly inFlight: InFlight;
  readonly isStopping: () => boolean;
  readonly now: () => Date;
  readonly log: Log;
}
