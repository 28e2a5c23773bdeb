import { z } from 'zod';
import { notice } from '../../conversation/notice.ts';
import { moment } from '../../conversation/say.ts';
import { isOpen } from '../../core/session/session.ts';
import { actionsFor } from '../cards/actions.ts';
import type { RenderDeps } from '../shared/deps.ts';
import type { SessionView } from '../shared/reader.ts';

/** To whoever was to meet them: the other one is not there any more. */
export const otherLeft = notice({
  kind: 'other-left',
  data: z.object({ name: z.string() }),
  render: (view: SessionView, { data: { name } }, deps: RenderDeps) => {
    const { session, reader } = view;
    if (!isOpen(session)) return undefined;
    const words = reader.words.otherLeft;
    return {
      title: words.title(name || reader.words.formerMember),
      text: words.text(session.subject, moment(session.startsAt, reader.zone ?? deps.defaultZone)),
      actions: actionsFor(view, deps),
    };
  },
});
