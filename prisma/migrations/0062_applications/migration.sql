-- Whoever teaches already is approved. Others apply, once an organization has some tutors.
ALTER TABLE "tutor" ADD COLUMN     "standing" TEXT NOT NULL DEFAULT 'approved',
ADD COLUMN     "standing_by" TEXT,
ADD COLUMN     "standing_reason" TEXT,
ADD COLUMN     "standing_asked" TEXT,
ADD COLUMN     "standing_answered" TEXT,
ADD COLUMN     "applied_at" TIMESTAMPTZ(3);

ALTER TABLE "tutor" ADD CONSTRAINT "tutor_standing_is_known" CHECK ("standing" IN ('approved', 'applied', 'refused'));

-- Few at any time.
CREATE INDEX "tutor_applied_idx" ON "tutor"("applied_at") WHERE "standing" = 'applied';
