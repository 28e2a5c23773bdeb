-- When those who were asked were reminded of it by the clock.
ALTER TABLE "session" ADD COLUMN     "nudged_at" TIMESTAMPTZ(3);

-- What a tutor has let expire since they answered last, and in how many minutes they answered the last requests.
ALTER TABLE "tutor" ADD COLUMN     "ignored" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "answer_minutes" INTEGER[] NOT NULL DEFAULT ARRAY[]::INTEGER[];

-- Who stays away is counted by person.
CREATE INDEX "participant_missing_idx" ON "participant"("person_id") WHERE "outcome" IN ('learner-missing', 'tutor-missing');
CREATE INDEX "participant_tutor_missing_idx" ON "participant"("session_id") WHERE "outcome" = 'tutor-missing';
