-- Who said that they run late, and who said the day before that they come.
ALTER TABLE "participant" ADD COLUMN     "late_until" TIMESTAMPTZ(3),
ADD COLUMN     "comes_at" TIMESTAMPTZ(3);

-- The start about which its learners were asked, and when the tutor hears of their silence.
ALTER TABLE "session" ADD COLUMN     "coming_asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "silence_at" TIMESTAMPTZ(3);

-- What an organization has decided for its sessions. Without limits: null.
ALTER TABLE "organization" ADD COLUMN     "asks_coming" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "late_cancel_hours" INTEGER NOT NULL DEFAULT 12,
ADD COLUMN     "most_open" INTEGER,
ADD COLUMN     "most_weekly" INTEGER;

ALTER TABLE "organization" ADD CONSTRAINT "rules_are_possible"
    CHECK ("late_cancel_hours" BETWEEN 0 AND 168 AND "most_open" BETWEEN 1 AND 1000 AND "most_weekly" BETWEEN 1 AND 1000);
