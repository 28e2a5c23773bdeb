import type { Reception } from '../../conversation/reception.ts';
import type { Log } from '../../core/log.ts';
import type { FetchFile } from '../fetch-file.ts';
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
  readonly fetchFile: FetchFile;
  readonly openDialog: OpenDialog;
  readonly changeDialog: ChangeDialog;
  /** Slack says that the app was taken out of the workspace, or that its token is no good any more: it is looked at. */
  readonly doubtToken: () => Promise<void>;
  readonly inFlight: InFlight;
  readonly isStopping: () => boolean;
  readonly now: () => Date;
  readonly log: Log;
}
