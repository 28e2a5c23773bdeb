-- What a learner and a tutor aim at together, and what either is to do next; what learners note down after a session.
CREATE TABLE "aim" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "learner_id" TEXT NOT NULL,
    "tutor_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "remind_at" TIMESTAMPTZ(3),
    CONSTRAINT "aim_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "aim" ADD CONSTRAINT "aim_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "aim" ADD CONSTRAINT "aim_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "aim" ADD CONSTRAINT "aim_tutor_id_fkey" FOREIGN KEY ("tutor_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "aim_learner_id_tutor_id_idx" ON "aim"("learner_id", "tutor_id");
CREATE INDEX "aim_tutor_id_idx" ON "aim"("tutor_id");
CREATE INDEX "aim_organization_id_idx" ON "aim"("organization_id");
CREATE INDEX "aim_remind_at_idx" ON "aim"("remind_at");

ALTER TABLE "participant" ADD COLUMN "note" TEXT;
