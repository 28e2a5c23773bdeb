import { tellNewcomer } from '../calendar/tell.ts';
import { canPay } from '../credits/refuse.ts';
import type { Owed } from '../owing/port.ts';
import { seriesSubject, sessionSubject } from '../owing/subject.ts';
import { learners, participant, type Session } from '../session/session.ts';
import { holdFor, newParticipant, reread } from '../session/steps.ts';
import type { Transaction } from '../store.ts';
import { placesLeft } from './group.ts';

/** Places in a group session, inside the transaction that has locked it. */

/** @returns false when they are in another session at that time, or move up without a credit for it. */
export async function takePlace(
  tx: Transaction,
  session: Session,
  person: string,
  at: Date,
  wasWaiting: boolean,
): Promise<boolean> {
  if (wasWaiting && !(await canPay(tx, person, [session]))) return false;
  if (!(await holdFor(tx, person, session))) return false;
  const about = sessionSubject(session.id);
  await seat(tx, session, person, at);
  // Each time anew: whoever left and comes back has a card that says so.
  const dedupeKey = String(at.getTime());
  await tx.owe([{ kind: 'enrolled', to: { person }, about, dedupeKey, data: { wasWaiting } }], at);
  // Where the others agreed to a recording, nothing is recorded before the newcomer does.
  const said = session.participants.map((one) => one.agreesToRecording);
  if (said.includes(true) && !said.includes(false))
    await tx.owe([{ kind: 'recording-asked', to: { person }, about }], at);
  return true;
}

/** Gives them the place for which their time is held. */
export async function seat(tx: Transaction, session: Session, person: string, at: Date): Promise<void> {
  await tx.stopWaiting(session.id, person);
  await tx.addParticipant(session.id, newParticipant(person, 'learner'));
  await tellNewcomer(tx, session, person, at);
  await changePeople(tx, session, person);
}

/** The card of the course that these sessions are, each time anew. */
export function owingSeriesCards(sessions: readonly Session[], people: readonly string[], at: Date): readonly Owed[] {
  const id = sessions[0]?.series?.id;
  if (id === undefined) return [];
  const card = { kind: 'series-card', about: seriesSubject(id), dedupeKey: String(at.getTime()) } as const;
  return people.map((person) => ({ ...card, to: { person } }));
}

export async function givePlaceUp(tx: Transaction, session: Session, person: string): Promise<void> {
  await tx.release({ id: session.id, person });
  await tx.removeParticipant(session.id, person);
  await changePeople(tx, session, person);
}

/** Somebody is not there any more: their place goes to the next. */
export async function withdraw(tx: Transaction, id: string, person: string, at: Date): Promise<void> {
  const session = await tx.lockSession(id);
  if (session?.state !== 'confirmed') return;
  await tx.stopWaiting(id, person);
  const about = sessionSubject(id);
  if (participant(session, person)) {
    await givePlaceUp(tx, session, person);
    await tx.audit({ about, by: person, event: 'leave', from: session.state, to: session.state, at });
    await moveUp(tx, id, at);
  }
  await tx.enqueue({ name: 'refresh', data: { about } });
}

/** Whoever waits longest and is free then gets the place that came free, and has a way out. */
export async function moveUp(tx: Transaction, id: string, at: Date): Promise<void> {
  const session = await reread(tx, id);
  let left = placesLeft(session);
  for (const person of session.waiting) {
    if (left === 0) return;
    if (!(await takePlace(tx, session, person, at, true))) continue;
    left--;
    const { state } = session;
    await tx.audit({ about: sessionSubject(id), by: person, event: 'move-up', from: state, to: state, at });
  }
}

/** A platform that writes to them, or would record what not all agree to any more, has to know: they are asked so often, and no more. */
async function changePeople(tx: Transaction, { id, meeting, participants }: Session, person: string): Promise<void> {
  const isWrittenTo = (await tx.person(person))?.email !== undefined;
  const isAboutRecording = participants.some((one) => one.agreesToRecording !== undefined);
  if (meeting && (isWrittenTo || isAboutRecording)) await tx.enqueue({ name: 'update-meeting', data: { session: id } });
}

/** Everybody who has to know when it does not take place: those who wait for a place, too. */
export function everybodyOf(session: Session): readonly string[] {
  return [...session.participants.map((one) => one.person), ...session.waiting];
}

export function isEnough(session: Session): boolean {
  return session.minimum === undefined || learners(session).length >= session.minimum;
}
