-- What vendors ask for is over within minutes.
DELETE FROM "pace";

-- AlterTable
ALTER TABLE "pace" ADD COLUMN     "booked" TIMESTAMPTZ(6) NOT NULL;

-- CreateIndex
CREATE INDEX "pace_until_idx" ON "pace"("until");
