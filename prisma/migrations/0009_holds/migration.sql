-- A hold of no session: the exclusion constraint compares sessions with <>, which is never true of NULL, so such holds
-- may overlap each other and sessions, while two sessions of one person still exclude each other.
ALTER TABLE "hold" ADD COLUMN     "source_id" TEXT,
ALTER COLUMN "session_id" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "hold_source_id_idx" ON "hold"("source_id");

-- What Prisma cannot express: a session's own time is never without its session, and whatever else comes from somewhere.
ALTER TABLE "hold" ADD CONSTRAINT "hold_is_for_something"
    CHECK (CASE WHEN "why" IN ('session', 'proposal') THEN "session_id" IS NOT NULL AND "source_id" IS NULL
                ELSE "session_id" IS NULL AND "source_id" IS NOT NULL END);
