-- Who waits for a time that nobody has free.
CREATE TABLE "watch" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "tutor_id" TEXT,
    "subject" TEXT NOT NULL,
    "length_minutes" INTEGER NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "look_at" TIMESTAMPTZ(3) NOT NULL,
    "offered_by" TEXT,
    "offered_start" TIMESTAMPTZ(3),
    "offer_lapses_at" TIMESTAMPTZ(3),

    CONSTRAINT "watch_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "watch_offer_is_whole" CHECK (("offered_by" IS NULL) = ("offered_start" IS NULL) AND ("offered_by" IS NULL) = ("offer_lapses_at" IS NULL))
);

CREATE INDEX "watch_look_at_idx" ON "watch"("look_at");
CREATE INDEX "watch_person_id_idx" ON "watch"("person_id");
CREATE INDEX "watch_organization_id_asked_at_idx" ON "watch"("organization_id", "asked_at");

ALTER TABLE "watch" ADD CONSTRAINT "watch_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "watch" ADD CONSTRAINT "watch_tutor_id_fkey" FOREIGN KEY ("tutor_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
