-- What people decide for themselves: their language, the chat in which they want to read, and when they want quiet.
ALTER TABLE "person" ADD COLUMN     "language" TEXT,
ADD COLUMN     "reach_in" TEXT,
ADD COLUMN     "quiet_from" TEXT,
ADD COLUMN     "quiet_to" TEXT,
ADD COLUMN     "forgotten_at" TIMESTAMPTZ(3);

-- Of somebody who is forgotten nothing stays but that there was somebody.
ALTER TABLE "person" ADD CONSTRAINT "person_forgotten_has_no_name" CHECK ("forgotten_at" IS NULL OR "name" = '');

-- What can wait does so until the quiet hours of its reader are over. Few at any time: Prisma's schema has no words for
-- an index on a part of a table.
ALTER TABLE "delivery" ADD COLUMN     "wait_until" TIMESTAMPTZ(3);
CREATE INDEX "delivery_waiting_idx" ON "delivery"("wait_until") WHERE "wait_until" IS NOT NULL;
