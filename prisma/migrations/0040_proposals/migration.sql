-- Other times that somebody suggests for a session, until the other side has answered: {by, at, times}, instants in
-- milliseconds. What they are held for is in "hold".
ALTER TABLE "session" ADD COLUMN     "proposal" JSONB;

ALTER TABLE "session" ADD CONSTRAINT "proposal_is_one_to_three_times"
    CHECK ("proposal" IS NULL OR ("proposal" ? 'by' AND "proposal" ? 'at' AND jsonb_typeof("proposal" -> 'times') = 'array'
      AND jsonb_array_length("proposal" -> 'times') BETWEEN 1 AND 3));
