-- What somebody tells the admins about somebody else, and what they decide.
CREATE TABLE "complaint" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "complainant_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "session_id" TEXT,
    "reason" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    CONSTRAINT "report_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "report_is_of_another" CHECK ("complainant_id" <> "person_id")
);
CREATE INDEX "report_reporter_id_made_at_idx" ON "complaint"("complainant_id", "made_at");
CREATE INDEX "report_person_id_idx" ON "complaint"("person_id");
CREATE INDEX "report_organization_id_idx" ON "complaint"("organization_id");
ALTER TABLE "complaint" ADD CONSTRAINT "report_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "complaint" ADD CONSTRAINT "report_reporter_id_fkey" FOREIGN KEY ("complainant_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "complaint" ADD CONSTRAINT "report_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "complaint" ADD CONSTRAINT "report_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Until when somebody may begin nothing new, and since when they may do nothing at all: admins decide both.
ALTER TABLE "person" ADD COLUMN     "suspended_until" TIMESTAMPTZ(3),
ADD COLUMN     "banned_at" TIMESTAMPTZ(3);
