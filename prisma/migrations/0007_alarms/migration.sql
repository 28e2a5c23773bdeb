ALTER TABLE "organization" ADD COLUMN "usual_leads" JSONB;
ALTER TABLE "session" ADD COLUMN "decided_until" TIMESTAMPTZ(3);

CREATE TABLE "alarm" (
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alarm_pkey" PRIMARY KEY ("subject_kind","subject_id","kind")
);
CREATE INDEX "alarm_subject_kind_kind_at_idx" ON "alarm"("subject_kind", "kind", "at");
CREATE FUNCTION forget_alarms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "alarm" WHERE "subject_kind" = TG_ARGV[0] AND "subject_id" = OLD."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "session_rings_no_more" AFTER DELETE ON "session"
  FOR EACH ROW EXECUTE FUNCTION forget_alarms('session');

-- What was decided on so far. That each reminder is sent once is kept by the key of its delivery.
UPDATE "session" SET "decided_until" = "decided"."until"
  FROM (SELECT "session_id", max("at") AS "until" FROM "reminder" GROUP BY "session_id") AS "decided"
  WHERE "decided"."session_id" = "session"."id";
DROP TABLE "reminder";

-- The alarms of the sessions that there are. One that is due too early does nothing but write the right one: so it is
-- with reminders, since people's leads may be those of the settings, and with the start.
INSERT INTO "alarm" ("subject_kind", "subject_id", "kind", "at")
  SELECT 'session', "session"."id", "due"."kind", "due"."at"
  FROM "session" CROSS JOIN LATERAL (VALUES
    ('expire', "state" = 'requested', least("requested_at" + interval '48 hours', "starts_at")),
    ('escalate', "state" = 'requested' AND "escalated_at" IS NULL, "requested_at" + interval '12 hours'),
    ('start', "state" = 'confirmed', "starts_at"),
    ('make-meeting', "state" = 'confirmed' AND "meeting_due_at" IS NOT NULL,
      least("meeting_due_at", "starts_at" - interval '24 hours')),
    ('remind', "state" IN ('confirmed', 'started'), coalesce("confirmed_at", "requested_at")),
    ('end', "state" IN ('confirmed', 'started'), "ends_at" + interval '15 minutes')
  ) AS "due"("kind", "is_due", "at")
  WHERE "due"."is_due"
  UNION ALL
  SELECT 'session', "session"."id", "due"."kind", "due"."at"
  FROM "session" CROSS JOIN LATERAL (VALUES
    ('ask', "rate_nudged_at" IS NULL, "ended_at" + interval '24 hours'),
    ('settle', true, "ended_at" + interval '72 hours')
  ) AS "due"("kind", "is_due", "at")
  WHERE "state" = 'ended' AND "due"."is_due" AND "ended_at" IS NOT NULL AND EXISTS (
    SELECT FROM "participant"
    WHERE "session_id" = "session"."id" AND "role" = 'learner' AND "outcome" IS NULL
  );

-- What platforms told waits until its time has come. Prisma's schema has no words for an index on a part of a table.
ALTER TABLE "webhook_event" ADD COLUMN "due_at" TIMESTAMPTZ(3);
UPDATE "webhook_event" SET "due_at" = "received_at";
ALTER TABLE "webhook_event" ALTER COLUMN "due_at" SET NOT NULL;
DROP INDEX "webhook_event_waiting_idx";
CREATE INDEX "webhook_event_waiting_idx" ON "webhook_event"("due_at") WHERE "handled_at" IS NULL;

-- Nothing looks through sessions for these any more.
DROP INDEX "session_state_ends_at_idx";
DROP INDEX "participant_unsettled_idx";
