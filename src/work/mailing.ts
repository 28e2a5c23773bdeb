import type { Log } from '../core/log.ts';
import { type Mailer, MailRefused } from '../core/mail.ts';
import type { Contact } from '../core/people/person.ts';
import type { SystemDeps } from '../features/shared/deps.ts';
import { reader } from '../features/shared/reader.ts';
import { letterOf } from './letter.ts';
import type { Render } from './render.ts';

/** Sends what is owed to an address of mail, if it is still true and still wanted. */
export type Mailing = (delivery: string) => Promise<void>;

export function createMailing(deps: SystemDeps, render: Render, mailer: Mailer | undefined, log: Log): Mailing {
  const { store, clock, publicUrl, defaultZone } = deps;
  return async (id) => {
    const owed = await store.owed(id);
    if (!owed) return;
    const { delivery, matter } = owed;
    const { to, kind, fate, about } = delivery;
    if (!('mail' in to) || (fate !== 'queued' && fate !== 'sending')) return;
    const contact = matter.contacts.get(to.of);
    const isForCode = kind === 'email-code';
    if (!mailer || !contact || !(isForCode || isWanted(contact, to.mail)))
      return store.changeDelivery(id, { fate: 'dropped' });
    const me = reader(contact.person, contact.accounts[0]?.locale ?? '');
    const message = await render.message(delivery, matter, me);
    if (!message) return store.changeDelivery(id, { fate: 'dropped' });
    const secret = isForCode ? undefined : (await store.postbox(to.of))?.mailSecret;
    const letter = letterOf(message, {
      id,
      // Who asks for a code may be anybody: nothing of theirs is shown to a stranger.
      to: { name: isForCode ? '' : contact.person.name, address: to.mail },
      reader: { ...me, zone: me.zone ?? defaultZone },
      now: clock(),
      isAboutSessions: !isForCode,
      unsubscribeUrl: secret !== undefined && publicUrl !== undefined ? `${publicUrl}/mail/${secret}` : undefined,
      thread: about.kind === 'session' ? about.id : undefined,
    });
    await store.changeDelivery(id, { fate: 'sending', triedAt: clock() });
    try {
      await mailer.send(letter);
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      log.warn({ error, delivery: id }, 'a mail was refused for good');
      return store.changeDelivery(id, { fate: 'failed', error: error.message });
    }
    await store.changeDelivery(id, { fate: 'sent', sentAt: clock() });
  };
}

/** It still is their address, and they have not stopped it meanwhile. */
function isWanted({ person }: Contact, address: string): boolean {
  return person.email === address && person.wantsMail !== false;
}
