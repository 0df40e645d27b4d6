-- After a backup was put back, before the server starts: what waited when it was made may have been sent or done since. Nothing of it
-- happens a second time by itself; the console lists it, and a person decides. For SQLite and for PostgreSQL.
update bots_outbox set State = 1 where State = 0;
update bots_inbox set State = 2, FinishedAt = ReceivedAt, Failure = 'It waited when the backup was made, and may have been handled since.' where State = 0;
update bots_inbox set HandOver = 1 where HandOver = 3;
-- Where 提 bug was never open there are no such tables, and these three say so.
update issuedesk_announcements set State = 1 where State = 0;
-- A comment or a taking back has had its tries (ErrandRuns): the tracker is not asked, and the person hears that nobody knows.
update issuedesk_errands set Attempts = 5, NotBefore = 0, Error = 'It waited when the backup was made, and may have been done since.' where IsDone = (1 = 0);
-- A confirmed draft may be an issue by now: the tracker is searched for it before it is asked to create one. Attachments stay as they are,
-- because one that is at its issue twice does less harm than one that is lost.
update issuedesk_drafts set PostedAt = coalesce(ConfirmedAt, CreatedAt) where Status in (2, 3) and PostedAt is null;
