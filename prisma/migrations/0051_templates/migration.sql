-- Kinds of sessions that a tutor offers, with all that is the same each time.
CREATE TABLE "template" (
    "id" TEXT NOT NULL,
    "tutor_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "length_minutes" INTEGER NOT NULL,
    "platform" TEXT,
    "agenda" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL DEFAULT 1,
    "minimum" INTEGER NOT NULL DEFAULT 1,
    "questions" JSONB NOT NULL,
    CONSTRAINT "template_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "template_tutor_id_name_idx" ON "template"("tutor_id", "name");
ALTER TABLE "template" ADD CONSTRAINT "template_tutor_id_fkey" FOREIGN KEY ("tutor_id") REFERENCES "tutor"("person_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "template" ADD CONSTRAINT "template_has_room" CHECK ("capacity" BETWEEN 1 AND 100 AND "minimum" BETWEEN 1 AND "capacity");
ALTER TABLE "template" ADD CONSTRAINT "template_takes_time" CHECK ("length_minutes" > 0);
