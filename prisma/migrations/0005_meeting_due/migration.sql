-- AlterTable
ALTER TABLE "session" ADD COLUMN     "meeting_due_at" TIMESTAMPTZ(3);
