-- Another time for the rest of a series, as one side suggested it and the other has not answered.
ALTER TABLE "series" ADD COLUMN "proposal" JSONB;
