-- What a message and an entry of the audit are about may be anything now, not only a session.

-- Audit
ALTER TABLE "audit" DROP CONSTRAINT "audit_session_id_fkey";
ALTER TABLE "audit" RENAME COLUMN "session_id" TO "subject_id";
ALTER TABLE "audit" ADD COLUMN "subject_kind" TEXT NOT NULL DEFAULT 'session';
ALTER TABLE "audit" ALTER COLUMN "subject_kind" DROP DEFAULT;
ALTER TABLE "audit" ALTER COLUMN "to" DROP NOT NULL;
DROP INDEX "audit_session_id_id_idx";
CREATE INDEX "audit_subject_kind_subject_id_id_idx" ON "audit"("subject_kind", "subject_id", "id");

-- Deliveries: what was about no session is about a person, a job or a platform, as its data says.
ALTER TABLE "delivery" DROP CONSTRAINT "delivery_session_id_fkey";
DROP INDEX "delivery_session_id_idx";
ALTER TABLE "delivery" RENAME COLUMN "session_id" TO "subject_id";
ALTER TABLE "delivery" RENAME COLUMN "key" TO "dedupe_key";
ALTER INDEX "delivery_key_key" RENAME TO "delivery_dedupe_key_key";
ALTER TABLE "delivery" ADD COLUMN "subject_kind" TEXT;
UPDATE "delivery" SET "subject_kind" = 'session' WHERE "subject_id" IS NOT NULL;
UPDATE "delivery" SET "subject_kind" = 'platform', "subject_id" = "data"->>'platform'
  WHERE "subject_kind" IS NULL AND "kind" IN ('platform-trouble', 'platform-recovered');
UPDATE "delivery" SET "subject_kind" = 'job', "subject_id" = "data"->>'id'
  WHERE "subject_kind" IS NULL AND "kind" = 'dead-letter';
-- The key of an `undelivered` names the account: `account-since`.
UPDATE "delivery" SET "subject_kind" = 'person', "subject_id" = "account"."person_id"
  FROM "account"
  WHERE "subject_kind" IS NULL AND "kind" = 'undelivered'
    AND "account"."id" = split_part("dedupe_key"::jsonb->>2, '-', 1);
UPDATE "delivery" SET "subject_kind" = 'person', "subject_id" = split_part("dedupe_key"::jsonb->>2, '-', 1)
  WHERE "subject_kind" IS NULL;

-- The key was [kind, session, more, recipient] and is [kind, kind of subject, subject, more, recipient]: what was owed
-- once is not owed again. What is in the subject now is not repeated in `more`.
UPDATE "delivery" SET "dedupe_key" = concat(
  '[', to_json("kind"), ',', to_json("subject_kind"), ',', to_json("subject_id"), ',',
  CASE
    WHEN "subject_kind" = 'job' THEN 'null'
    WHEN "subject_kind" = 'platform'
      THEN to_json(substr("dedupe_key"::jsonb->>2, length("subject_id") + 2))::text
    ELSE coalesce(("dedupe_key"::jsonb->2)::text, 'null')
  END, ',',
  CASE
    WHEN "person_id" IS NULL THEN concat('{"community":', to_json("community_id"), '}')
    ELSE concat('{"person":', to_json("person_id"), '}')
  END, ']');

ALTER TABLE "delivery" ALTER COLUMN "subject_id" SET NOT NULL;
ALTER TABLE "delivery" ALTER COLUMN "subject_kind" SET NOT NULL;
CREATE INDEX "delivery_subject_kind_subject_id_idx" ON "delivery"("subject_kind", "subject_id");

-- A session takes what is about it along: no foreign key can say so any more.
CREATE FUNCTION forget_subject() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "delivery" WHERE "subject_kind" = TG_ARGV[0] AND "subject_id" = OLD."id";
  DELETE FROM "audit" WHERE "subject_kind" = TG_ARGV[0] AND "subject_id" = OLD."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "session_forgotten" AFTER DELETE ON "session"
  FOR EACH ROW EXECUTE FUNCTION forget_subject('session');

-- Refreshes that wait in the queue, where there is one.
DO $$
BEGIN
  IF to_regclass('pgboss.job') IS NOT NULL THEN
    UPDATE pgboss.job
    SET data = jsonb_build_object('about', jsonb_build_object('kind', 'session', 'id', data->>'session'))
    WHERE (name = 'refresh' OR source_name = 'refresh') AND data ? 'session';
  END IF;
END $$;
