-- A group session has room for several learners, and may need some of them by a certain time to take place at all.
ALTER TABLE "session" ADD COLUMN "minimum" INTEGER, ADD COLUMN "minimum_until" TIMESTAMPTZ(3);
ALTER TABLE "session" ADD CONSTRAINT "session_minimum_fits"
  CHECK ("minimum" IS NULL OR "minimum" BETWEEN 1 AND "capacity");

-- Who would like a place in one that is full, in the order in which they came.
CREATE TABLE "waiting" (
    "session_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "since_at" TIMESTAMPTZ(3) NOT NULL,
    "nr" BIGSERIAL NOT NULL,
    CONSTRAINT "waiting_pkey" PRIMARY KEY ("session_id", "person_id")
);
CREATE INDEX "waiting_person_id_idx" ON "waiting"("person_id");
ALTER TABLE "waiting" ADD CONSTRAINT "waiting_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "waiting" ADD CONSTRAINT "waiting_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot express. Few at any time: those that can still be joined.
CREATE INDEX "session_group_idx" ON "session"("organization_id", "starts_at") WHERE "capacity" > 1;

-- Nobody gets a place that is not there, however many ask at once: whoever adds a learner waits for the session first.
CREATE FUNCTION check_capacity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "session" WHERE "id" IN (SELECT "session_id" FROM added WHERE "role" = 'learner')
    ORDER BY "id" FOR NO KEY UPDATE;
  IF EXISTS (
    SELECT FROM "session" WHERE "id" IN (SELECT "session_id" FROM added WHERE "role" = 'learner') AND "capacity" < (
      SELECT count(*) FROM "participant" WHERE "session_id" = "session"."id" AND "role" = 'learner'
    )
  ) THEN
    RAISE EXCEPTION 'more learners than places' USING ERRCODE = 'check_violation', CONSTRAINT = 'session_has_room_for_all';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "participant_added" AFTER INSERT ON "participant"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_capacity();
