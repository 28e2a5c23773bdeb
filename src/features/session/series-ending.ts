import type { Action } from '../../conversation/message.ts';
import { nothing, notice } from '../../conversation/notice.ts';
import { join, moment } from '../../conversation/say.ts';
import { nextStretch } from '../../core/series/series.ts';
import { isOn } from '../../core/session/session.ts';
import { seriesViewOf } from '../cards/series-view.ts';
import type { RenderDeps } from '../shared/deps.ts';
import { isTutorOf, learnersNamed, nameOf, otherOf, type View } from '../shared/reader.ts';
import { ruleWords } from '../shared/rule-words.ts';

/** To both sides, before a series runs out: go on? */
export const seriesEnding = notice({
  kind: 'series-ending',
  data: nothing,
  render: async ({ about, reader }: View, { isShown }, deps: RenderDeps) => {
    const view = await seriesViewOf(about.id, reader, deps);
    const last = view?.views.at(-1);
    if (!view || !last || (!isShown && !isOn(last.session))) return undefined;
    const { series: words, buttons } = reader.words;
    const { goesOnBy, goesOnIn, times } = view.series;
    const title = words.endingTitle(last.session.subject, otherOf(last));
    if (goesOnIn !== undefined) return { title, text: words.goesOn };
    const isMine = isTutorOf(last);
    const go = (label: string): Action => ({
      kind: 'button',
      label,
      style: 'primary',
      target: { handler: 'series-go-on', input: { series: about.id } },
    });
    const hasOffered = goesOnBy !== undefined;
    const asked = [
      words.ending(moment(last.session.startsAt, reader.zone)),
      words.endingNext(times, ruleWords(nextStretch(view.series), reader)),
    ];
    if (isMine && hasOffered) return { title, text: words.youOffered(learnersNamed(last)) };
    const offered = hasOffered ? [words.tutorOffers(nameOf(last, goesOnBy))] : [];
    return {
      title,
      text: join([...asked, ...offered], ' '),
      actions: [go(isMine ? buttons.iGoOn : buttons.goOn)],
    };
  },
});
