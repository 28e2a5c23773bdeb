-- Who confirmed a session, and what it was moved from and by whom: cards say it.
ALTER TABLE "session" ADD COLUMN     "confirmed_by" TEXT,
ADD COLUMN     "moved_by" TEXT,
ADD COLUMN     "moved_from_at" TIMESTAMPTZ(3);

-- What the audit knows of the sessions of before.
UPDATE "session" SET "confirmed_by" = "done"."by"
  FROM (SELECT DISTINCT ON ("subject_id") "subject_id", "by" FROM "audit"
    WHERE "subject_kind" = 'session' AND "event" = 'confirm' ORDER BY "subject_id", "id" DESC) AS "done"
  WHERE "done"."subject_id" = "session"."id";
UPDATE "session" SET "moved_by" = "done"."by", "moved_from_at" = to_timestamp("done"."was" / 1000.0)
  FROM (SELECT DISTINCT ON ("subject_id") "subject_id", "by", ("data"->>'startsAt')::numeric AS "was" FROM "audit"
    WHERE "subject_kind" = 'session' AND "event" = 'move' AND "data" ? 'startsAt' ORDER BY "subject_id", "id" DESC) AS "done"
  WHERE "done"."subject_id" = "session"."id";

-- That a meeting was deleted is said with the new link now: what was said of it by itself stays as it is.
DELETE FROM "delivery" WHERE "kind" = 'meeting-gone';
