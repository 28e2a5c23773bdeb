-- Calendars elsewhere of which the busy times are read.
CREATE TABLE "foreign_calendar" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "etag" TEXT,
    "read_at" TIMESTAMPTZ(3),
    "failing_at" TIMESTAMPTZ(3),
    "why" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "foreign_calendar_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "foreign_calendar_person_id_address_key" ON "foreign_calendar"("person_id", "address");
CREATE INDEX "foreign_calendar_due_at_idx" ON "foreign_calendar"("due_at");
ALTER TABLE "foreign_calendar" ADD CONSTRAINT "foreign_calendar_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
