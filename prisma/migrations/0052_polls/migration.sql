-- Times among which the people of a group choose.
CREATE TABLE "poll" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "tutor_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "length_minutes" INTEGER NOT NULL,
    "capacity" INTEGER NOT NULL,
    "platform" TEXT NOT NULL,
    "times" JSONB NOT NULL,
    "is_public" BOOLEAN NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "session_id" TEXT,
    CONSTRAINT "poll_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "poll" ADD CONSTRAINT "poll_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "poll" ADD CONSTRAINT "poll_tutor_id_fkey" FOREIGN KEY ("tutor_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "poll_tutor_id_idx" ON "poll"("tutor_id");
CREATE INDEX "poll_organization_id_idx" ON "poll"("organization_id");
ALTER TABLE "poll" ADD CONSTRAINT "poll_has_times" CHECK (jsonb_array_length("times") BETWEEN 2 AND 10);

-- Who is asked, and which of the times fit them; null until they say.
CREATE TABLE "poll_answer" (
    "poll_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "nr" BIGSERIAL NOT NULL,
    "fits" INTEGER[],
    CONSTRAINT "poll_answer_pkey" PRIMARY KEY ("poll_id", "person_id")
);
CREATE INDEX "poll_answer_person_id_idx" ON "poll_answer"("person_id");
ALTER TABLE "poll_answer" ADD CONSTRAINT "poll_answer_poll_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "poll_answer" ADD CONSTRAINT "poll_answer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
