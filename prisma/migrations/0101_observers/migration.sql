-- Somebody, such as a parent, who sees the sessions of a learner: when an admin has confirmed it and they have agreed.
CREATE TABLE "observer" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "learner_id" TEXT NOT NULL,
    "observer_id" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "agreed_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    CONSTRAINT "observer_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "observer_learner_id_idx" ON "observer"("learner_id");
CREATE INDEX "observer_observer_id_idx" ON "observer"("observer_id");
CREATE INDEX "observer_organization_id_ended_at_idx" ON "observer"("organization_id", "ended_at");
ALTER TABLE "observer" ADD CONSTRAINT "observer_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "observer" ADD CONSTRAINT "observer_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "observer" ADD CONSTRAINT "observer_observer_id_fkey" FOREIGN KEY ("observer_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
