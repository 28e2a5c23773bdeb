-- What whoever is approved as a tutor is given there; null: nothing.
ALTER TABLE "community" ADD COLUMN     "tutor_role" TEXT;
