import type { AuditSearches } from '../core/audit.ts';
import { settleCredits } from '../core/credits/settle.ts';
import type { Job } from '../core/owing/job.ts';
import type { PeopleSearches } from '../core/people/port.ts';
import type { SubjectSearches } from '../core/people/subjects.ts';
import { tellObservers } from '../core/people/tell-observers.ts';
import type { ReportReads } from '../core/report/report.ts';
import type { OrganizationStore, Reads, Store, SystemReads, SystemTransaction } from '../core/store.ts';
import { aimClock, aimReads, aimWrites } from './aim.ts';
import { alarmReads, alarmWrites } from './alarm.ts';
import { aroundReads } from './around.ts';
import { atOnce, type Statement } from './at-once.ts';
import { auditReads, auditSearches } from './audit.ts';
import { blockReads, blockWrites, type Viewer } from './block.ts';
import { keepingAlarms, noting, readChanged } from './changed.ts';
import { choreWrites } from './chore.ts';
import { closureReads, closureWrites } from './closure.ts';
import { communityLookups, communityReads, communityWrites } from './community.ts';
import { complaintReads, complaintWrites } from './complaint.ts';
import type { Connection } from './connection.ts';
import { creditReads, creditWrites } from './credits.ts';
import { isDeadlock } from './deadlock.ts';
import { deliveryReads, deliveryWrites, fateWrites } from './delivery.ts';
import { draftReads, draftWrites } from './draft.ts';
import { dueReads } from './due.ts';
import { everythingReads } from './everything-about.ts';
import { foreignCalendarLookups, foreignCalendarReads, foreignCalendarWrites } from './foreign-calendar.ts';
import { forgetWrites } from './forget.ts';
import { helpReads, helpWrites } from './help.ts';
import { holdReads, holdWrites } from './hold.ts';
import { hostReads, hostWrites } from './host.ts';
import { type Later, laterWrites, nothingYet, writingLater } from './later.ts';
import { type Leads, leadsKnown } from './leads.ts';
import { linkLookups, linkReads, linkWrites } from './link.ts';
import { matterReads, type Question, readMatters } from './matter.ts';
import { observerReads, observerWrites } from './observer.ts';
import { officeLookups, officeReads, officeWrites } from './office.ts';
import type { Database } from './open.ts';
import { personReads, personSearches, personWrites } from './person.ts';
import { pollLookups, pollReads, pollWrites } from './poll.ts';
import { postboxLookups, postboxReads } from './postbox.ts';
import { programmeClock, programmeReads, programmeWrites } from './programme.ts';
import { recognise } from './recognise.ts';
import { relayedReads, relayedWrites } from './relayed.ts';
import { removalLookups, removalWrites } from './removal.ts';
import { reportSearches } from './report.ts';
import { retentionWrites } from './retention.ts';
import { rulesReads, rulesWrites } from './rules.ts';
import type { Scope } from './scope.ts';
import { seriesLookups, seriesReads, seriesWrites } from './series.ts';
import { readSessionsInOrder, sessionLookups, sessionReads, sessionWrites } from './session.ts';
import { standingRoomReads, standingRoomWrites } from './standing-room.ts';
import { statementLookups, statementReads, statementWrites } from './statement.ts';
import { subjectSearches, subjectWrites } from './subject.ts';
import { templateReads, templateWrites } from './template.ts';
import { together } from './together.ts';
import { troubleReads, troubleWrites } from './trouble.ts';
import { tutorReads, tutorSearches, tutorWrites } from './tutor.ts';
import { waitingReads } from './waiting.ts';
import { watchReads, watchSystemReads, watchWrites } from './watch.ts';
import { attendanceReads, attendanceWrites, webhookReads, webhookWrites } from './webhook.ts';

export interface StoreOptions {
  /** What queues jobs, in the transaction that caused them: they come to be or not together with all else in it. */
  enqueue(jobs: readonly Job[]): Statement | undefined;
  /** What takes jobs about this id out of their queues; left out: nothing waits in any. */
  forgetJobs?(id: string): Statement;
  /** The organization's leads in minutes, for whoever has chosen none. */
  readonly reminderLeads?: readonly number[];
}

const ATTEMPTS = 4;

/** The store of the open database. */
export function createStore(database: Database, { enqueue, forgetJobs, reminderLeads = [] }: StoreOptions): Store {
  const { saveDraft, settleDrafts } = draftWrites(database);

  const inOneTransaction = <T>(
    scope: Scope,
    work: (tx: SystemTransaction, connection: Connection) => Promise<T>,
  ): Promise<T> =>
    inTransaction(database, async (connection) => {
      const { sql } = connection;
      const later = nothingYet();
      const leads = leadsKnown(sql, reminderLeads);
      const all = {
        ...transaction(connection, later, leads, scope),
        ...forgetWrites(connection, (id) => forgetJobs?.(id)),
      };
      const { tx, changed, happened } = noting(all, sql, leads);
      const result = await work(tx, connection);
      const sessions = await readChanged(sql, changed);
      await settleCredits(tx, sessions, happened);
      await tellObservers(tx, sessions, happened);
      const alarms = await keepingAlarms(sessions, leads);
      const jobs = later.jobs.length > 0 ? enqueue(later.jobs) : undefined;
      await atOnce(sql, [...alarms, ...writingLater(later), jobs]);
      return result;
    });

  const storeOf = (organization: string, viewer: string | undefined): OrganizationStore => ({
    ...reads(database, organization, viewer),
    ...searches(database, organization, viewer),
    transaction: (work) =>
      inOneTransaction(organization, (tx, connection) =>
        work({ ...tx, ...searches(connection, organization, viewer) }),
      ),
  });
  const organizations = new Map<string, OrganizationStore>();

  return {
    ...systemReads(database, { of: (people) => leadsKnown(database.sql, reminderLeads).of(people) }, undefined),
    ...fateWrites(database),
    ...askedTogether(database),
    saveDraft,
    settleDrafts,
    enqueue: (job) => atOnce(database.sql, [enqueue([job])]),
    of: (organization, viewer) => {
      if (viewer !== undefined) return storeOf(organization, viewer);
      // Of all that people do it is asked several times, and there are few.
      const known = organizations.get(organization) ?? storeOf(organization, undefined);
      organizations.set(organization, known);
      return known;
    },
    transaction: (work) => inOneTransaction(undefined, work),
    recognise: (sighting, at) => recognise(database, sighting, at),
  };
}

/** What jobs ask that run at the same time. */
function askedTogether({ sql }: Connection) {
  return {
    ...matterReads(together((questions: readonly Question[]) => readMatters(sql, questions))),
    session: together((ids: readonly string[]) => readSessionsInOrder(sql, ids)),
  } satisfies Partial<Store>;
}

function reads(db: Connection, scope: Scope, viewer?: Viewer): Reads {
  return {
    ...sessionReads(db, scope, viewer),
    ...auditReads(db, scope),
    ...seriesReads(db, scope),
    ...personReads(db, scope),
    ...everythingReads(db, scope),
    ...linkReads(db, scope),
    ...blockReads(db, scope),
    ...complaintReads(db, scope),
    ...postboxReads(db, scope),
    ...foreignCalendarReads(db, scope),
    ...tutorReads(db, scope, viewer),
    ...templateReads(db, scope),
    ...pollReads(db, scope),
    ...officeReads(db, scope, viewer),
    ...holdReads(db, scope),
    ...aroundReads(db, scope),
    ...closureReads(db, scope),
    ...watchReads(db, scope),
    ...relayedReads(db, scope),
    ...aimReads(db, scope),
    ...helpReads(db, scope),
    ...statementReads(db, scope),
    ...draftReads(db, scope),
    ...hostReads(db, scope),
    ...attendanceReads(db, scope),
    ...troubleReads(db),
    ...communityReads(db, scope),
    ...rulesReads(db, scope),
    ...creditReads(db, scope),
    ...observerReads(db, scope),
    ...programmeReads(db, scope),
  };
}

function searches(
  db: Connection,
  organization: string,
  viewer: Viewer,
): PeopleSearches & ReportReads & AuditSearches & SubjectSearches {
  return {
    ...personSearches(db, organization, viewer),
    ...tutorSearches(db, organization, viewer),
    ...subjectSearches(db, organization),
    ...reportSearches(db, organization),
    ...auditSearches(db, organization),
  };
}

function systemReads(db: Connection, leads: Pick<Leads, 'of'>, scope: Scope): SystemReads {
  return {
    ...reads(db, scope),
    ...sessionLookups(db),
    ...postboxLookups(db),
    ...linkLookups(db),
    ...foreignCalendarLookups(db),
    ...alarmReads(db, leads),
    ...deliveryReads(db),
    ...dueReads(db),
    ...webhookReads(db),
    ...standingRoomReads(db),
    ...communityLookups(db),
    ...removalLookups(db),
    ...waitingReads(db),
    ...watchSystemReads(db),
    ...statementLookups(db),
  };
}

/** All that a transaction can do: what is of the organization only, and beneath it what its type keeps for the bot itself. */
function transaction(
  tx: Connection,
  later: Later,
  leads: Leads,
  scope: Scope,
): Omit<SystemTransaction, 'becomeFormer'> {
  return {
    ...systemReads(tx, leads, scope),
    ...alarmWrites(tx),
    ...sessionWrites(tx, scope, leads),
    ...seriesWrites(tx, scope),
    ...seriesLookups(tx),
    ...personWrites(tx),
    ...linkWrites(tx),
    ...blockWrites(tx),
    ...complaintWrites(tx, scope),
    ...subjectWrites(tx),
    ...tutorWrites(tx, scope),
    ...templateWrites(tx),
    ...pollWrites(tx, scope),
    ...officeWrites(tx, scope),
    ...officeLookups(tx),
    ...pollLookups(tx),
    ...holdWrites(tx),
    ...foreignCalendarWrites(tx),
    ...rulesWrites(tx),
    ...creditWrites(tx, scope),
    ...observerWrites(tx, scope),
    ...programmeWrites(tx, scope),
    ...programmeClock(tx),
    ...closureWrites(tx),
    ...watchWrites(tx, scope),
    ...relayedWrites(tx),
    ...aimWrites(tx),
    ...aimClock(tx),
    ...helpWrites(tx, scope),
    ...statementWrites(tx),
    ...laterWrites(later),
    ...deliveryWrites(tx),
    ...draftWrites(tx),
    ...hostWrites(tx),
    ...troubleWrites(tx),
    ...choreWrites(tx),
    ...retentionWrites(tx),
    ...attendanceWrites(tx),
    ...webhookWrites(tx),
    ...standingRoomWrites(tx),
    ...communityWrites(tx),
    ...removalWrites(tx),
  };
}

/** Two transactions that wait for each other: PostgreSQL ends one of them, and it is tried again. */
async function inTransaction<T>(database: Database, work: (connection: Connection) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.transaction(work);
    } catch (error) {
      if (!isDeadlock(error) || attempt === ATTEMPTS) throw error;
    }
  }
}
