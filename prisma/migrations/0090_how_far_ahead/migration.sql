-- How far ahead an organization lets people book: up to a year.
ALTER TABLE "organization" ADD COLUMN "horizon_days" INTEGER NOT NULL DEFAULT 60;
ALTER TABLE "organization" ADD CONSTRAINT "organization_looks_ahead" CHECK ("horizon_days" BETWEEN 7 AND 366);
