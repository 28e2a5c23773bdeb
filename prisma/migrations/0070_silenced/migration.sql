-- Since when an admin lets somebody ask for nothing; null: they may.
ALTER TABLE "person" ADD COLUMN     "silenced_at" TIMESTAMPTZ(3);
