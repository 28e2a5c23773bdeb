-- When somebody said whether it took place: the others have some days to object from then on.
ALTER TABLE "participant" ADD COLUMN     "claimed_at" TIMESTAMPTZ(3);
