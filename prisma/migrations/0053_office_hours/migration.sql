-- Office hours: who comes is called one after the other.
CREATE TABLE "office" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "tutor_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "platform" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "open_until" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    CONSTRAINT "office_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "office" ADD CONSTRAINT "office_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "office" ADD CONSTRAINT "office_tutor_id_fkey" FOREIGN KEY ("tutor_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "office_organization_id_idx" ON "office"("organization_id");
CREATE INDEX "office_tutor_id_idx" ON "office"("tutor_id");
ALTER TABLE "office" ADD CONSTRAINT "office_takes_time" CHECK ("minutes" > 0 AND "open_until" > "opened_at");

CREATE TABLE "office_place" (
    "nr" BIGSERIAL NOT NULL,
    "office_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "session_id" TEXT,
    CONSTRAINT "office_place_pkey" PRIMARY KEY ("nr")
);
ALTER TABLE "office_place" ADD CONSTRAINT "office_place_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "office_place" ADD CONSTRAINT "office_place_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "office_place_office_id_nr_idx" ON "office_place"("office_id", "nr");
CREATE INDEX "office_place_person_id_idx" ON "office_place"("person_id");

-- What Prisma cannot express: a tutor holds one at a time, and nobody stands twice in one queue.
CREATE UNIQUE INDEX "office_open_key" ON "office"("tutor_id") WHERE "closed_at" IS NULL;
CREATE UNIQUE INDEX "office_place_waiting_key" ON "office_place"("office_id", "person_id") WHERE "state" = 'waiting';
