-- Why a doctor was turned down, if an admin has said so.
ALTER TABLE account ADD COLUMN rejection_reason TEXT;
