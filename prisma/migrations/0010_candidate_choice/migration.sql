-- Where a tutor would meet who is one of several that were asked: one's choice is not another's. What was chosen before
-- stands with the session and may be anybody's, so it stays there and is not given to one of them.
ALTER TABLE "candidate" ADD COLUMN     "platform_wanted" TEXT;
