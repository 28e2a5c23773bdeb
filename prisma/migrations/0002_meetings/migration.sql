-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "host" TEXT;

-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "agrees_to_recording" BOOLEAN;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "email" TEXT;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "meeting_attempt" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "recording_url" TEXT;

-- AlterTable
ALTER TABLE "tutor" ADD COLUMN     "own_room" TEXT,
ADD COLUMN     "platform_account" TEXT;

-- CreateTable
CREATE TABLE "host_hold" (
    "session_id" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "host_hold_pkey" PRIMARY KEY ("session_id")
);

-- CreateTable
CREATE TABLE "webhook_event" (
    "id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "event" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "joined_at" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_trouble" (
    "platform" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "detail" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "platform_trouble_pkey" PRIMARY KEY ("platform")
);

-- CreateIndex
CREATE INDEX "host_hold_host_starts_at_idx" ON "host_hold"("host", "starts_at");

-- CreateIndex
CREATE INDEX "webhook_event_received_at_idx" ON "webhook_event"("received_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_event_platform_key_key" ON "webhook_event"("platform", "key");

-- CreateIndex
CREATE UNIQUE INDEX "attendance_session_id_key_key" ON "attendance"("session_id", "key");

-- AddForeignKey
ALTER TABLE "host_hold" ADD CONSTRAINT "host_hold_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A licensed host runs one meeting at a time.
ALTER TABLE "host_hold" ADD CONSTRAINT "host_hold_one_meeting_at_a_time"
  EXCLUDE USING gist ("host" WITH =, "session_id" WITH <>, tstzrange("starts_at", "ends_at") WITH &&);
ALTER TABLE "host_hold" ADD CONSTRAINT "host_hold_ends_after_start" CHECK ("ends_at" > "starts_at");
ALTER TABLE "session" ADD CONSTRAINT "session_meeting_attempt_positive" CHECK ("meeting_attempt" > 0);
