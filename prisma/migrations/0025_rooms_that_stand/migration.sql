-- AlterTable
ALTER TABLE "platform_trouble" ADD COLUMN     "failed_at" TIMESTAMPTZ(3);
UPDATE "platform_trouble" SET "failed_at" = "since";
ALTER TABLE "platform_trouble" ALTER COLUMN "failed_at" SET NOT NULL;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "meeting_slow_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "standing_room" (
    "platform" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "space" TEXT NOT NULL,
    "meeting_id" TEXT,
    "asked_at" TIMESTAMPTZ(3),

    CONSTRAINT "standing_room_pkey" PRIMARY KEY ("platform","session_id","attempt")
);

-- CreateIndex
CREATE UNIQUE INDEX "standing_room_platform_space_name_key" ON "standing_room"("platform", "space", "name");
