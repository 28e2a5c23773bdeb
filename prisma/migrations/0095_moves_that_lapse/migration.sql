-- Another time for the rest of a series is held while it waits for an answer, and lapses.
ALTER TABLE "series" ADD COLUMN "proposal_until" TIMESTAMPTZ(3);
UPDATE "series" SET "proposal_until" = LEAST(
    to_timestamp(("proposal" ->> 'at')::bigint / 1000.0) + interval '24 hours',
    to_timestamp(("proposal" ->> 'to')::bigint / 1000.0)
) WHERE "proposal" IS NOT NULL;
CREATE INDEX "series_proposal_until_idx" ON "series"("proposal_until");
