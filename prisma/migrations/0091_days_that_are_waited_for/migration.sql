-- Who waits for a time can say on which days.
ALTER TABLE "watch" ADD COLUMN "earliest" TIMESTAMPTZ(3), ADD COLUMN "latest" TIMESTAMPTZ(3);
