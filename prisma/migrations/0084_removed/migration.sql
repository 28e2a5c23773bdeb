-- Since when the bot is not in that workspace or server any more: nobody there gets anything, and after a while nothing
-- is kept of those who are nowhere else.
ALTER TABLE "community" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);
