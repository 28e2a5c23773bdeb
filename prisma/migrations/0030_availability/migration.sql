-- What a tutor says of their time beside the weekly hours.
ALTER TABLE "tutor" ADD COLUMN     "after_minutes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "ahead_days" INTEGER NOT NULL DEFAULT 60,
ADD COLUMN     "before_minutes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "every_minutes" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "exceptions" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "most_a_day" INTEGER,
ADD COLUMN     "most_a_week" INTEGER,
ADD COLUMN     "notice_minutes" INTEGER,
ADD COLUMN     "takes_outside" BOOLEAN NOT NULL DEFAULT true;

ALTER TABLE "tutor" ADD CONSTRAINT "tutor_rules_are_possible" CHECK (
    "before_minutes" BETWEEN 0 AND 240 AND "after_minutes" BETWEEN 0 AND 240 AND "every_minutes" IN (15, 30, 60)
    AND "ahead_days" BETWEEN 1 AND 366 AND ("notice_minutes" IS NULL OR "notice_minutes" BETWEEN 0 AND 20160)
    AND ("most_a_day" IS NULL OR "most_a_day" BETWEEN 1 AND 50) AND ("most_a_week" IS NULL OR "most_a_week" BETWEEN 1 AND 200));

-- A hold that lapses by itself is kept for somebody: everybody else finds the time taken until then.
ALTER TABLE "hold" ADD COLUMN     "for_person_id" TEXT,
ADD COLUMN     "lapses_at" TIMESTAMPTZ(3);

ALTER TABLE "hold" ADD CONSTRAINT "hold_for_person_id_fkey" FOREIGN KEY ("for_person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "hold" ADD CONSTRAINT "hold_that_lapses_is_no_session"
    CHECK (("lapses_at" IS NULL) = ("for_person_id" IS NULL) AND ("lapses_at" IS NULL OR "session_id" IS NULL));

CREATE INDEX "hold_for_person_id_idx" ON "hold"("for_person_id");
CREATE INDEX "hold_lapses_at_idx" ON "hold"("lapses_at");

-- How many sessions a tutor has on a day, however many there have been in all.
CREATE INDEX "session_tutor_id_starts_at_idx" ON "session"("tutor_id", "starts_at");

-- When an organization teaches at all. Dates are wall-clock: each tutor's own.
CREATE TABLE "closure" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "from_day" TEXT NOT NULL,
    "until_day" TEXT NOT NULL,
    "source_key" TEXT,

    CONSTRAINT "closure_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "closure_organization_id_until_day_idx" ON "closure"("organization_id", "until_day");
CREATE UNIQUE INDEX "closure_organization_id_source_key_key" ON "closure"("organization_id", "source_key");

ALTER TABLE "closure" ADD CONSTRAINT "closure_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "closure" ADD CONSTRAINT "closure_has_days"
    CHECK ("kind" IN ('holiday', 'term') AND "from_day" ~ '^\d{4}-\d\d-\d\d$' AND "until_day" ~ '^\d{4}-\d\d-\d\d$' AND "from_day" <= "until_day");
