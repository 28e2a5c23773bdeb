-- A poll is over when the last of its times has passed.
ALTER TABLE "poll" ADD COLUMN "ends_at" TIMESTAMPTZ(3);
UPDATE "poll" SET "ends_at" = ("times" ->> -1)::timestamptz;
ALTER TABLE "poll" ALTER COLUMN "ends_at" SET NOT NULL;
CREATE INDEX "poll_closed_at_ends_at_idx" ON "poll"("closed_at", "ends_at");
