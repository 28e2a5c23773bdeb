-- A message may be for another channel of a community than the one for its admins.
ALTER TABLE "delivery" ADD COLUMN "to_channel" TEXT;
