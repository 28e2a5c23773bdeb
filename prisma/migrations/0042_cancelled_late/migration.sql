-- Called off by one of its people later than the organization wants.
ALTER TABLE "session" ADD COLUMN     "cancelled_late" BOOLEAN NOT NULL DEFAULT false;

-- Of all sessions few are: what admins read of them costs no more than there is.
CREATE INDEX "session_cancelled_late_idx" ON "session"("organization_id", "starts_at") WHERE "cancelled_late";
