namespace Hongyan.Storage;

/// <summary>The outbox of a process without a store. What is in a final state is forgotten.</summary>
internal sealed class MemoryOutbox(TimeProvider time) : IOutbox
{
    private readonly Lock _gate = new();
    private readonly List<Row> _rows = [];
    private readonly CommitSignal _signal = new();
    private long _lastId;

    public Task WaitAsync(CancellationToken cancellationToken) => _signal.WaitAsync(cancellationToken);

    public ValueTask AddAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        Add(messages);
        return ValueTask.CompletedTask;
    }

    public void Add(IReadOnlyList<OutgoingMessage> messages)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            foreach (var message in messages)
                _rows.Add(new Row(++_lastId, message, now) { NotBefore = now + message.Delay });
        }
        _signal.Set();
    }

    public ValueTask<OutboxBatch> TakeAsync(int most, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            _rows.RemoveAll(row => !row.IsSending && row.CreatedAt + lifetime <= now);
            var first = _rows.DistinctBy(row => row.Message.To).Where(row => !row.IsSending).ToList();
            var due = first.Where(row => row.NotBefore <= now).Take(most).ToList();
            foreach (var row in due)
            {
                row.IsSending = true;
                row.Attempts++;
            }
            return new(new OutboxBatch(
                [.. due.Select(row => new OutboxEntry(row.Id, row.Message, row.Attempts, row.CreatedAt))],
                first.Except(due).Select(row => (DateTimeOffset?)row.NotBefore).Min()));
        }
    }

    public ValueTask RecordAsync(long id, OutboxResult result, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var row = _rows.Find(row => row.Id == id);
            if (result.State == OutboxState.Pending && row is not null)
            {
                row.IsSending = false;
                row.NotBefore = result.NotBefore ?? time.GetUtcNow();
                if (result.IsPostponed)
                    row.Attempts--;
            }
            else if (row is not null)
            {
                _rows.Remove(row);
            }
        }
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> ReopenAsync(long id, CancellationToken cancellationToken) => new(false);

    private sealed class Row(long id, OutgoingMessage message, DateTimeOffset createdAt)
    {
        public long Id => id;

        public OutgoingMessage Message => message;

        public DateTimeOffset CreatedAt => createdAt;

        public DateTimeOffset NotBefore { get; set; }

        public int Attempts { get; set; }

        public bool IsSending { get; set; }
    }
}
