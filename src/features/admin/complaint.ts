import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Action, Field } from '../../conversation/message.ts';
import { nothing, notice } from '../../conversation/notice.ts';
import { moment, say } from '../../conversation/say.ts';
import { SUSPENDED_DAYS } from '../../core/limits.ts';
import { COMPLAINT_STATES, type Decision, decisionsOn } from '../../core/moderation/complaints.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps, RenderDeps } from '../shared/deps.ts';
import { type Reader, readerOf, type View } from '../shared/reader.ts';

const ComplaintId = z.string().min(1).max(40);

/** What an admin does about a complaint. */
export const decideComplaint = handler({
  task: 'judge a complaint',
  input: z.object({ complaint: ComplaintId, do: z.enum(COMPLAINT_STATES).exclude(['open']) }),
  run: async (by, { complaint, do: decision }, deps: Deps): Promise<Reply> => {
    await deps.complaints.decide(by, complaint, decision);
    return { kind: 'private', message: { text: readerOf(by).words.complained.done[decision] } };
  },
});

/** Who complained, for the admin who asks; not for whom it is about. */
export const complainant = handler({
  task: 'judge a complaint',
  input: z.object({ complaint: ComplaintId }),
  run: async (by, { complaint: id }, deps: Deps): Promise<Reply> => {
    const complaint = await deps.store.complaint(id);
    if (!complaint) throw new Refusal('complaint-over', {});
    if (complaint.person === by.person.id) throw new Refusal('own-complaint', {});
    const { words } = readerOf(by);
    const name = (await deps.store.person(complaint.complainant))?.name ?? words.formerMember;
    return { kind: 'private', message: { text: words.complained.by(name) } };
  },
});

/** To the admins: somebody has complained of somebody. In all moderation channels, and true in all of them. */
export const complained = notice({
  kind: 'complaint',
  data: nothing,
  render: async ({ about, reader }: View, _told, deps: RenderDeps) => {
    const complaint = await deps.store.complaint(about.id);
    if (!complaint) return undefined;
    const { words } = reader;
    const { complained: said } = words;
    const session = complaint.session === undefined ? undefined : await deps.store.session(complaint.session);
    const ids = [complaint.person, ...(complaint.decidedBy === undefined ? [] : [complaint.decidedBy])];
    const people = await deps.store.people(ids);
    const nameOf = (id: string) => people.get(id)?.name ?? words.formerMember;
    const by = complaint.decidedBy === undefined ? '' : nameOf(complaint.decidedBy);
    const when: readonly Field[] = session
      ? [{ name: words.fields.when, value: say`${session.subject}, ${moment(session.startsAt, reader.zone)}` }]
      : [];
    return {
      title: said.title(nameOf(complaint.person)),
      text: complaint.state === 'open' ? said.text(SUSPENDED_DAYS) : said.now[complaint.state](by),
      fields: [
        ...(complaint.reason === '' ? [] : [{ name: words.fields.reason, value: say`${complaint.reason}` }]),
        ...when,
      ],
      actions: [
        ...decisionsOn(complaint).map((one) => decision(complaint.id, one, reader)),
        asking(complaint.id, reader),
      ],
    };
  },
});

function decision(complaint: string, what: Decision, { words }: Reader): Action {
  const target = { handler: 'decide-complaint', input: { complaint, do: what } };
  const style = what === 'blocked' ? 'danger' : 'plain';
  return { kind: 'button', label: words.buttons.decideComplaint[what], style, target };
}

function asking(complaint: string, { words }: Reader): Action {
  return {
    kind: 'button',
    label: words.buttons.whoComplained,
    style: 'plain',
    target: { handler: 'complainant', input: { complaint } },
  };
}
