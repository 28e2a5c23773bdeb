-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "shares_comment" BOOLEAN NOT NULL DEFAULT true;

-- Who wrote one before was not asked: it stays with the admins.
UPDATE "participant" SET "shares_comment" = false WHERE "comment" IS NOT NULL;
