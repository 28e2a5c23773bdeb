-- Only whoever holds that role or is in that user group begins something new from there; null: everybody.
ALTER TABLE "community" ADD COLUMN     "booker_group" TEXT;
