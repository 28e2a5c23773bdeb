-- Where what was said in a recorded session is written down, and when its platform is asked next for either.
ALTER TABLE "session" ADD COLUMN "transcript_url" TEXT, ADD COLUMN "recording_due_at" TIMESTAMPTZ(3);
