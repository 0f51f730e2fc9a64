-- Who signs in is found by the e-mail address as it is kept: the program makes it small before it comes here, once, as two
-- ideas of what is small would be two accounts of what was tried in vain.
drop index accounts_email_unique;
create unique index accounts_email_unique on accounts (email) where voided_at is null;
