-- Admins look through what was done by one person.
CREATE INDEX "audit_by_id_idx" ON "audit"("by", "id");
