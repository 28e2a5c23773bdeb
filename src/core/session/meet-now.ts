import type { Clock } from '../clock.ts';
import { MEET_INVITATION_MINUTES, MEET_INVITATIONS_MOST, USUAL_LENGTH_MINUTES } from '../limits.ts';
import { mayDo, permit } from '../may/tasks.ts';
import { checkTeaches } from '../moderation/applications.ts';
import { refuseSuspended } from '../moderation/complaints.ts';
import type { NoticeData } from '../owing/kinds.ts';
import type { Delivery } from '../owing/port.ts';
import { refuseApart } from '../people/blocks.ts';
import type { Actor, Person, Tutor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { OrganizationTransaction, Store } from '../store.ts';
import { beginNow } from './begin-now.ts';
import type { Session } from './session.ts';

const MINUTE = 60_000;

/** Whom to meet now, and where. */
export interface Meet {
  readonly person: string;
  readonly platform: string;
  /** Where the tutor teaches nothing by name. */
  readonly subject: string;
}

/** Sessions that start now. */
export interface MeetNow {
  /**
   * It holds both, it is confirmed, and the room is made. Whoever has had no session with the other is only asked whether
   * they want to: nothing is held, made or told twice before they say yes. Then there is no session yet.
   */
  meetNow(by: Actor, meet: Meet): Promise<Session | undefined>;
  /** Says yes to somebody who asked. */
  acceptMeet(by: Actor, from: string): Promise<Session>;
}

export function createMeetNow(store: Pick<Store, 'of'>, clock: Clock): MeetNow {
  return {
    meetNow: async (by, { person: id, platform, subject }) => {
      if (id === by.person.id) throw new Refusal('alone', {}, 'person');
      refuseSuspended(by.person, clock());
      const ours = store.of(by.person.organization);
      const [me, them, other] = await Promise.all([ours.tutor(by.person.id), ours.tutor(id), ours.person(id)]);
      permit(by, 'meet at once', me?.person.id);
      if (!mayDo(by, 'meet at once')) checkTeaches(me);
      if (!other || other.isBanned) throw new Refusal('unknown-person', { typed: '' }, 'person');
      return ours.transaction(async (tx) => {
        await tx.lockPerson(by.person.id);
        await refuseApart(tx, by, id, new Refusal('unknown-person', { typed: '' }, 'person'));
        if (!(await tx.haveMet(by.person.id, id))) return invite(tx, by.person, other, { platform, subject });
        return begin(tx, by.person, [by.person, me], [other, them], { platform, subject });
      });
    },

    acceptMeet: async (by, from) => {
      const ours = store.of(by.person.organization);
      const [mine, theirs, host] = await Promise.all([ours.tutor(by.person.id), ours.tutor(from), ours.person(from)]);
      if (!host || host.isBanned) throw new Refusal('invitation-over', {});
      return ours.transaction(async (tx) => {
        const [invitation] = (await openInvitations(tx, from)).filter((one) => isFor(one, by.person.id));
        if (!invitation) throw new Refusal('invitation-over', {});
        await refuseApart(tx, by, from, new Refusal('invitation-over', {}));
        const session = await begin(tx, by.person, [host, theirs], [by.person, mine], told(invitation));
        await tx.changeDelivery(invitation.id, { data: { ...told(invitation), session: session.id } });
        await tx.enqueue({ name: 'refresh', data: { about: invitation.about } });
        return session;
      });
    },
  };

  async function invite(
    tx: OrganizationTransaction,
    me: Person,
    other: Person,
    where: Pick<Meet, 'platform' | 'subject'>,
  ): Promise<undefined> {
    const now = clock();
    const open = await openInvitations(tx, me.id);
    if (open.some((one) => isFor(one, other.id))) throw new Refusal('invited-already', { name: other.name }, 'person');
    if (open.length >= MEET_INVITATIONS_MOST)
      throw new Refusal('too-many-invitations', { most: MEET_INVITATIONS_MOST }, 'person');
    const about = { kind: 'person', id: me.id } as const;
    const data = { name: me.name, at: now.getTime(), ...where };
    const dedupeKey = String(now.getTime());
    await tx.owe([{ kind: 'invitation', to: { person: other.id }, about, dedupeKey, data }], now);
    await tx.audit({ about, by: me.id, event: 'invite', at: now, data: { person: other.id } });
  }

  /** Those that can still be accepted. */
  async function openInvitations(tx: OrganizationTransaction, by: string): Promise<readonly Delivery[]> {
    const since = new Date(clock().getTime() - MEET_INVITATION_MINUTES * MINUTE);
    return (await tx.lockInvitations(by, since)).filter((one) => told(one).session === undefined);
  }

  /** `by`: who makes it begin, of those two. */
  async function begin(
    tx: OrganizationTransaction,
    by: Person,
    host: Somebody,
    guest: Somebody,
    { platform, subject }: Pick<Meet, 'platform' | 'subject'>,
  ): Promise<Session> {
    const { tutor, learner, teaches } = whoTeaches(host, guest);
    const length = USUAL_LENGTH_MINUTES;
    return beginNow(tx, { by, tutor, learner, subject: teaches ?? subject, platform, length, now: clock() });
  }
}

type Somebody = readonly [Person, Tutor | undefined];

/** Who starts it teaches, but for an admin who does not and meets somebody who does. */
function whoTeaches([host, mine]: Somebody, [guest, theirs]: Somebody) {
  if (!mine && theirs) return { tutor: guest, learner: host, teaches: theirs.subjects[0] };
  return { tutor: host, learner: guest, teaches: mine?.subjects[0] };
}

function isFor({ to }: Delivery, person: string): boolean {
  return 'person' in to && to.person === person;
}

/** As `invite` kept it. */
function told({ data }: Delivery): NoticeData<'invitation'> {
  return data as NoticeData<'invitation'>;
}
