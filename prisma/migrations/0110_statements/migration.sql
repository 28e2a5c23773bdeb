-- What a tutor taught in a period, as it stood when the statement was made: it does not change any more.
CREATE TABLE "statement" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "tutor_id" TEXT NOT NULL,
    "tutor_name" TEXT NOT NULL,
    "from_day" TEXT NOT NULL,
    "until_day" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by" TEXT NOT NULL,
    "code" TEXT,
    "minutes" INTEGER NOT NULL,
    "unsettled" INTEGER NOT NULL,
    "lines" JSONB NOT NULL,
    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "statement" ADD CONSTRAINT "statement_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "statement" ADD CONSTRAINT "statement_tutor_id_fkey" FOREIGN KEY ("tutor_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE UNIQUE INDEX "statement_code_key" ON "statement"("code");
CREATE INDEX "statement_organization_id_idx" ON "statement"("organization_id");
CREATE INDEX "statement_tutor_id_made_at_idx" ON "statement"("tutor_id", "made_at");
ALTER TABLE "statement" ADD CONSTRAINT "statement_is_of_a_period" CHECK ("from_day" <= "until_day" AND "minutes" > 0 AND "unsettled" >= 0);
