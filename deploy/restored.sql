-- After a backup was put back, before the server starts: what waited when it was made may have been sent or done since. Nothing of it
-- happens a second time by itself; the console lists it, and a person decides. For SQLite and for PostgreSQL.
update bots_outbox set State = 1 where State = 0;
update bots_inbox set State = 2, FinishedAt = ReceivedAt, Failure = 'It waited when the backup was made, and may have been handled since.' where State = 0;
update bots_inbox set HandOver = 1 where HandOver = 3;
-- Where 提 bug was never open there are no such tables, and these two say so.
update issuedesk_announcements set State = 1 where State = 0;
update issuedesk_errands set IsDone = (1 = 1), Error = 'It waited when the backup was made, and may have been done since.' where IsDone = (1 = 0);
