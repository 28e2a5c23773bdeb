-- What people said was kept as `outcome`.
ALTER TABLE "participant" RENAME COLUMN "outcome" TO "claim";
ALTER TABLE "participant" ADD COLUMN "tutor_claim" TEXT, ADD COLUMN "outcome" TEXT;

-- A session ends; what became of it belongs to its learners.
UPDATE "participant" SET "outcome" = CASE "session"."state"
    WHEN 'completed' THEN 'took-place'
    WHEN 'learner-no-show' THEN 'learner-missing'
    WHEN 'tutor-no-show' THEN 'tutor-missing'
    ELSE "session"."state"
  END
  FROM "session"
  WHERE "session"."id" = "participant"."session_id" AND "participant"."role" = 'learner'
    AND "session"."state" IN ('completed', 'learner-no-show', 'tutor-no-show', 'disputed', 'unknown');
UPDATE "session" SET "state" = 'ended'
  WHERE "state" IN ('completed', 'learner-no-show', 'tutor-no-show', 'disputed', 'unknown');

-- Ratings count unless it is known, or in dispute, that the two did not meet.
UPDATE "tutor" SET "rating_sum" = "rating_sum" - "no_more"."sum", "rating_count" = "rating_count" - "no_more"."count"
  FROM (
    SELECT "session"."tutor_id", sum("participant"."rating")::int AS "sum", count(*)::int AS "count"
    FROM "participant" JOIN "session" ON "session"."id" = "participant"."session_id"
    WHERE "participant"."rating" IS NOT NULL
      AND "participant"."outcome" IN ('learner-missing', 'tutor-missing', 'disputed')
    GROUP BY "session"."tutor_id"
  ) AS "no_more"
  WHERE "no_more"."tutor_id" = "tutor"."person_id";

ALTER TABLE "participant" ADD CONSTRAINT "participant_outcome_is_a_learners"
  CHECK ("role" = 'learner' OR ("outcome" IS NULL AND "tutor_claim" IS NULL));
-- Few at any time: Prisma's schema has no words for an index on a part of a table.
CREATE INDEX "participant_unsettled_idx" ON "participant"("session_id") WHERE "role" = 'learner' AND "outcome" IS NULL;
