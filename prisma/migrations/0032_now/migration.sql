-- Until when a tutor is there for whoever needs help now.
ALTER TABLE "tutor" ADD COLUMN     "free_until" TIMESTAMPTZ(3);

CREATE INDEX "tutor_free_until_idx" ON "tutor"("free_until");

-- Somebody who needs help now, and what came of it.
CREATE TABLE "help_wanted" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "lapses_at" TIMESTAMPTZ(3) NOT NULL,
    "session_id" TEXT,

    CONSTRAINT "help_wanted_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "help_wanted_person_id_lapses_at_idx" ON "help_wanted"("person_id", "lapses_at");

ALTER TABLE "help_wanted" ADD CONSTRAINT "help_wanted_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "help_wanted" ADD CONSTRAINT "help_wanted_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE SET NULL ON UPDATE CASCADE;
