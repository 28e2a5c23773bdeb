-- What the people of a session write to each other, relayed between their chats; and who may read it.
ALTER TABLE "organization" ADD COLUMN "messages" TEXT NOT NULL DEFAULT 'on';
ALTER TABLE "organization" ADD CONSTRAINT "organization_messages" CHECK ("messages" IN ('on', 'seen', 'off'));

CREATE TABLE "relayed" (
    "id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "from_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "relayed_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "relayed" ADD CONSTRAINT "relayed_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "relayed" ADD CONSTRAINT "relayed_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "relayed_session_id_sent_at_idx" ON "relayed"("session_id", "sent_at");
CREATE INDEX "relayed_from_id_idx" ON "relayed"("from_id");
CREATE INDEX "relayed_sent_at_idx" ON "relayed"("sent_at");
