import { z } from 'zod';
import { nothing, notice } from '../../conversation/notice.ts';
import { say } from '../../conversation/say.ts';
import { failureCode, isOfThatHour } from '../../core/meeting/failure.ts';
import type { RenderDeps } from '../shared/deps.ts';
import { platformName } from '../shared/platform-name.ts';
import type { View } from '../shared/reader.ts';

/** To the admins: a meeting platform does not work, why, and the way to fix it. Once, not once a session. */
export const platformTrouble = notice({
  kind: 'platform-trouble',
  data: z.object({ why: z.string().transform(failureCode), detail: z.string() }),
  render: ({ about, reader: { words } }: View, { data: { why, detail } }, deps: RenderDeps) => {
    const platform = platformName(about.id, words, deps);
    const { moderation } = words;
    return {
      title: isOfThatHour(why) ? moderation.noHostFree(platform) : moderation.platformTrouble(platform),
      text: moderation.platformTroubleText(words.platformFailures[why](platform)),
      ...(detail === '' ? {} : { fields: [{ name: moderation.vendorSaid, value: say`${detail}` }] }),
    };
  },
});

/** To the admins: it works again. */
export const platformRecovered = notice({
  kind: 'platform-recovered',
  data: nothing,
  render: ({ about, reader: { words } }: View, _told, deps: RenderDeps) => ({
    title: words.moderation.platformRecovered(platformName(about.id, words, deps)),
    text: words.moderation.platformRecoveredText,
  }),
});
