-- What a platform told of one meeting, and what still waits: looked up each minute. Prisma's schema has no words for
-- an index on an expression or on a part of a table.
CREATE INDEX "webhook_event_meeting_idx" ON "webhook_event"("platform", ("event"->>'meetingId'));
CREATE INDEX "webhook_event_waiting_idx" ON "webhook_event"("received_at") WHERE "handled_at" IS NULL;
