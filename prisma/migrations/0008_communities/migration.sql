-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "community_id" TEXT;

-- CreateTable
CREATE TABLE "community" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "space" TEXT NOT NULL,
    "moderation_channel" TEXT,
    "admin_role" TEXT,
    "language" TEXT NOT NULL,

    CONSTRAINT "community_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "community_organization_id_idx" ON "community"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "community_chat_space_key" ON "community"("chat", "space");

-- CreateIndex
CREATE INDEX "delivery_community_id_idx" ON "delivery"("community_id");

-- AddForeignKey
ALTER TABLE "community" ADD CONSTRAINT "community_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_community_id_fkey" FOREIGN KEY ("community_id") REFERENCES "community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The cards in the moderation channel of a chat become those of a community of that chat. Which workspace or server it
-- is, only the settings and the chat know: the next start tells.
INSERT INTO "community" ("id", "organization_id", "chat", "space", "language")
SELECT 'first-of-' || "chat", (SELECT min("id") FROM "organization"), "chat", '', 'en'
FROM (SELECT DISTINCT "chat" FROM "delivery" WHERE "person_id" IS NULL AND "chat" IS NOT NULL) AS moderated;

UPDATE "delivery"
SET "community_id" = 'first-of-' || "chat",
    "key" = replace("key", '{"moderationOf":"' || "chat" || '"}', '{"community":"first-of-' || "chat" || '"}')
WHERE "person_id" IS NULL AND "chat" IS NOT NULL;
