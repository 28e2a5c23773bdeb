-- Whether sessions of an organization take a credit of the learner's, and whether one stays taken that is called off late
-- or missed.
ALTER TABLE "organization" ADD COLUMN     "uses_credits" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "late_costs_credit" BOOLEAN NOT NULL DEFAULT true;

-- As it was when the session was asked for: what people agreed to then stays so.
ALTER TABLE "session" ADD COLUMN     "needs_credit" BOOLEAN NOT NULL DEFAULT false;

-- So many sessions that a learner was given. What is left of it follows from its entries: see the trigger.
CREATE TABLE "credit_package" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "sessions" INTEGER NOT NULL,
    "left" INTEGER NOT NULL DEFAULT 0,
    "note" TEXT NOT NULL,
    "valid_until" TIMESTAMPTZ(3),
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "granted_by" TEXT NOT NULL,
    CONSTRAINT "credit_package_pkey" PRIMARY KEY ("id"),
    -- Nobody uses what they do not have, however many ask at once.
    CONSTRAINT "credit_package_is_never_overdrawn" CHECK ("left" BETWEEN 0 AND "sessions")
);
CREATE INDEX "credit_package_person_id_idx" ON "credit_package"("person_id");
CREATE INDEX "credit_package_organization_id_idx" ON "credit_package"("organization_id");
ALTER TABLE "credit_package" ADD CONSTRAINT "credit_package_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credit_package" ADD CONSTRAINT "credit_package_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The ledger: what was given, and what became of it. Of one session and learner the entries are counted from 1, so that
-- none is there twice.
CREATE TABLE "credit_entry" (
    "nr" BIGSERIAL NOT NULL,
    "package_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "session_id" TEXT,
    "step" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "credit_entry_pkey" PRIMARY KEY ("nr")
);
CREATE UNIQUE INDEX "credit_entry_session_id_person_id_step_key" ON "credit_entry"("session_id", "person_id", "step");
CREATE INDEX "credit_entry_package_id_idx" ON "credit_entry"("package_id");
CREATE INDEX "credit_entry_person_id_nr_idx" ON "credit_entry"("person_id", "nr");
ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_package_id_fkey" FOREIGN KEY ("package_id") REFERENCES "credit_package"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot express: what is left is what the entries say, and the ledger is only added to.
CREATE FUNCTION count_credit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "credit_package" SET "left" = "left" + NEW."amount" WHERE "id" = NEW."package_id";
  RETURN NULL;
END $$;
CREATE TRIGGER "credit_entry_added" AFTER INSERT ON "credit_entry" FOR EACH ROW EXECUTE FUNCTION count_credit();

CREATE FUNCTION keep_credit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger of credits is only added to' USING ERRCODE = 'check_violation', CONSTRAINT = 'credit_entry_stays';
END $$;
CREATE TRIGGER "credit_entry_stays" BEFORE UPDATE ON "credit_entry" FOR EACH ROW
  WHEN ((OLD."nr", OLD."package_id", OLD."session_id", OLD."step", OLD."kind", OLD."amount", OLD."at")
    IS DISTINCT FROM (NEW."nr", NEW."package_id", NEW."session_id", NEW."step", NEW."kind", NEW."amount", NEW."at"))
  EXECUTE FUNCTION keep_credit_entry();
