-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "gathered_in" TEXT;

-- CreateIndex
CREATE INDEX "delivery_gathered_in_idx" ON "delivery"("gathered_in");
