-- AlterTable
ALTER TABLE "account" ADD COLUMN     "home_opened_at" TIMESTAMPTZ(3);
