-- Sessions that repeat: the rule as it was agreed, on the clock of a place. When each of them is, the session itself says.
CREATE TABLE "series" (
  "id"              TEXT NOT NULL,
  "organization_id" TEXT NOT NULL,
  "zone"            TEXT NOT NULL,
  "first"           TEXT NOT NULL,
  "every"           TEXT NOT NULL,
  "times"           INTEGER NOT NULL,
  "size"            INTEGER NOT NULL,
  "created_at"      TIMESTAMPTZ(3) NOT NULL,
  "created_by"      TEXT NOT NULL,
  "goes_on_by"      TEXT,
  "goes_on_in"      TEXT,

  CONSTRAINT "series_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "series_every" CHECK ("every" IN ('week', 'two-weeks', 'month', 'month-end')),
  CONSTRAINT "series_size" CHECK ("size" BETWEEN 1 AND "times" AND "times" BETWEEN 2 AND 52)
);
ALTER TABLE "series" ADD CONSTRAINT "series_organization_id_fkey"
  FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "series_organization_id_idx" ON "series"("organization_id");

ALTER TABLE "session"
  ADD COLUMN "series_id"      TEXT,
  ADD COLUMN "series_ordinal" INTEGER,
  ADD COLUMN "series_size"    INTEGER,
  ADD COLUMN "answer_until"   TIMESTAMPTZ(3);
ALTER TABLE "session" ADD CONSTRAINT "session_series_id_fkey"
  FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Each place of a series is one session's.
CREATE UNIQUE INDEX "session_series_id_series_ordinal_key" ON "session"("series_id", "series_ordinal");
ALTER TABLE "session" ADD CONSTRAINT "session_of_series" CHECK (
  ("series_id" IS NULL) = ("series_ordinal" IS NULL) AND ("series_id" IS NULL) = ("series_size" IS NULL)
  AND ("series_id" IS NULL) = ("answer_until" IS NULL) AND ("series_ordinal" IS NULL OR "series_ordinal" BETWEEN 1 AND "series_size")
);
