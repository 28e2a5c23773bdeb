import type { Case } from './case.ts';
import { agree, rates } from './people.ts';

/** Zoom is down for a day: who confirms then meets elsewhere, and the admins hear once that it fails and once that it works. */
export const outage: Case = ({ zoom, grace }, people) => {
  const [before, during] = [people.two(), people.two()];
  return {
    monday: async () => {
      await agree(before, '2026-12-03 10:00');
      await before.learner.waitsFor(/Where:? Zoom/);
    },
    tuesday: async () => {
      zoom.faults.set('down');
      await agree(during, '2026-12-03 19:00');
      for (const human of [during.learner, during.tutor])
        await human.waitsFor('Zoom wasn’t available, so we use Jitsi');
      await grace.waitsFor('Zoom doesn’t work');
      zoom.faults.set(undefined);
    },
    wednesday: () => grace.waitsFor('Zoom works again'),
    friday: async () => {
      for (const { learner, tutor } of [before, during]) {
        await rates(learner, tutor);
        await rates(tutor, learner);
      }
    },
  };
};
