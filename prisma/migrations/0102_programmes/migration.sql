-- An organization pairs learners with tutors for a term, and expects them to meet so often.
CREATE TABLE "programme" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "every_days" INTEGER NOT NULL,
    "from_day" TEXT NOT NULL,
    "until_day" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    CONSTRAINT "programme_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "programme_has_days" CHECK ("from_day" <= "until_day" AND "every_days" > 0)
);
CREATE INDEX "programme_organization_id_idx" ON "programme"("organization_id");
ALTER TABLE "programme" ADD CONSTRAINT "programme_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "pair" (
    "id" TEXT NOT NULL,
    "programme_id" TEXT NOT NULL,
    "learner_id" TEXT NOT NULL,
    "tutor_id" TEXT NOT NULL,
    "since_at" TIMESTAMPTZ(3),
    "nudged_at" TIMESTAMPTZ(3),
    "told_at" TIMESTAMPTZ(3),
    "look_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    CONSTRAINT "pair_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "pair_programme_id_idx" ON "pair"("programme_id");
CREATE INDEX "pair_learner_id_idx" ON "pair"("learner_id");
CREATE INDEX "pair_tutor_id_idx" ON "pair"("tutor_id");
CREATE INDEX "pair_look_at_idx" ON "pair"("look_at");
ALTER TABLE "pair" ADD CONSTRAINT "pair_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "pair" ADD CONSTRAINT "pair_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "pair" ADD CONSTRAINT "pair_tutor_id_fkey" FOREIGN KEY ("tutor_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
