import type { Clock } from '../clock.ts';
import type { OpenRequests } from '../limits.ts';
import { createWhom } from '../session/wish.ts';
import type { Store } from '../store.ts';
import { type AnswerSeries, createAnswerSeries } from './answer.ts';
import { type ChangeSeries, createChangeSeries } from './change.ts';
import { createOfferToGoOn, type OfferToGoOn } from './go-on.ts';
import { createHandOverSeries, type HandOverSeries } from './hand-over.ts';
import { createPlanSeries, type PlanSeries } from './plan.ts';
import { createProposeMove, type ProposeMove } from './propose-move.ts';
import { createRequestSeries, type RequestSeries } from './request.ts';
import { createWhoFits, type WhoFits } from './who-fits.ts';

/** The ways of several sessions that repeat. What is done to one of them alone is done as to any session. */
export interface SeriesWays extends AnswerSeries, ChangeSeries, HandOverSeries, ProposeMove {
  /** What `request` would ask for, with all that is in its way. */
  plan: PlanSeries;
  /** Which tutors it could be with, where any would do. */
  whoFits: WhoFits;
  request: RequestSeries;
  offerToGoOn: OfferToGoOn;
}

export function createSeries(
  store: Pick<Store, 'of' | 'transaction'>,
  clock: Clock,
  openRequests: OpenRequests,
): SeriesWays {
  const whom = createWhom(store);
  const plan = createPlanSeries(store, clock, whom);
  return {
    plan,
    whoFits: createWhoFits(store, clock, whom),
    request: createRequestSeries(store, clock, plan, openRequests),
    ...createAnswerSeries(store, clock),
    ...createChangeSeries(store, clock),
    ...createHandOverSeries(store, clock),
    ...createProposeMove(store, clock),
    offerToGoOn: createOfferToGoOn(store, clock),
  };
}
