-- AlterTable
ALTER TABLE "session" ADD COLUMN     "zone" TEXT;
