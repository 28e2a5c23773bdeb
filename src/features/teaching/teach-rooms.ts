import { z } from 'zod';
import type { FormField } from '../../conversation/form.ts';
import { handler, type Reply } from '../../conversation/handler.ts';
import { safeRoom } from '../../core/meeting/own-room.ts';
import { emailIn } from '../../core/people/email.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import { Words } from '../shared/inputs.ts';
import { readerOf } from '../shared/reader.ts';
import { offerOf } from './offer-of.ts';
import { showOffer } from './teach.ts';

const ROOM_MOST = 500;
const ACCOUNT_MOST = 254;

/** The platform on which tutors may have an account of their own. */
const WITH_ACCOUNTS = 'zoom';

/** A tutor's own permanent room, and their account on a platform: beside the offer, whose dialog is full in Discord. */
export const teachRooms = handler({
  input: z.object({ room: Words, account: Words }),
  form: async (by, input, deps: Deps) => {
    const tutor = await offerOf(by, deps);
    const words = readerOf(by).words.teach;
    const text = (
      name: string,
      label: string,
      hint: string,
      placeholder: string,
      most: number,
      now = '',
    ): FormField => {
      const value = input[name] ?? now;
      const field = { kind: 'text', name, label, hint, placeholder, most, isLong: false, isOptional: true } as const;
      return value === '' ? field : { ...field, value };
    };
    return {
      title: words.roomsTitle,
      submit: words.submit,
      carry: {},
      fields: [
        text('room', words.room, words.roomHint, words.roomPlaceholder, ROOM_MOST, tutor.ownRoom),
        ...(hasAccounts(deps)
          ? [
              text(
                'account',
                words.account,
                words.accountHint,
                words.accountPlaceholder,
                ACCOUNT_MOST,
                tutor.platformAccount,
              ),
            ]
          : []),
      ],
    };
  },
  run: async (by, { room, account }, deps: Deps): Promise<Reply> => {
    const ownRoom = room === '' ? undefined : safeRoom(room);
    if (room !== '' && (ownRoom === undefined || (await deps.leadsInside(ownRoom))))
      throw new Refusal('not-a-room', {}, 'room');
    const typed = account === '' ? undefined : emailIn(account);
    if (account !== '' && typed === undefined) throw new Refusal('not-an-account', { typed: account }, 'account');
    await deps.offers.change(by, { ownRoom, ...(hasAccounts(deps) && { platformAccount: typed }) });
    return showOffer(by, deps);
  },
});

function hasAccounts({ platforms }: Deps): boolean {
  return platforms.some((one) => one.id === WITH_ACCOUNTS);
}
