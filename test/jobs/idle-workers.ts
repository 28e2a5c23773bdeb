import type { Workers } from '../../src/core/owing/job.ts';

const nothing = async () => {};

/** Workers that do nothing, for tests of one of them. */
export const IDLE_WORKERS: Workers = {
  deliver: nothing,
  mail: nothing,
  'look-at-events': nothing,
  'read-calendar': nothing,
  refresh: nothing,
  'make-meeting': nothing,
  'update-meeting': nothing,
  'remove-meeting': nothing,
  'handle-webhook': nothing,
  attendance: nothing,
  recordings: nothing,
  'sweep-meetings': nothing,
  'call-off': nothing,
  purge: nothing,
  'grant-role': nothing,
};
