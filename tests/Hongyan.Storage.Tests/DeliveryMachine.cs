using System.Collections.Concurrent;
using Hongyan.Storage.Tests.Support;
using Hongyan.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Hongyan.Storage.Tests.DeliveryMachineTests;

namespace Hongyan.Storage.Tests;

/// <summary>The server and everything that can happen to it, with what the platform and the person saw of it.</summary>
internal sealed class DeliveryMachine(TestStore store, bool canSend) : IDisposable
{
    private readonly TestStore _file = store;
    private readonly ManualTimeProvider _time = new();
    private readonly FakeSender _sender = new() { IsAvailable = canSend };
    private readonly List<Message> _messages = [];
    private readonly List<OpenRequest> _requests = [];
    private readonly List<OpenRequest> _open = [];
    private readonly ConcurrentQueue<string> _beside = [];
    private ConcurrentBag<TaskCompletionSource> _slow = [];
    private volatile TaskCompletionSource _platform = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isFinishing;
    private bool _isDiskFull;
    private DurableBot _process = null!;

    public void Dispose()
    {
        _requests.ForEach(request => request.Dispose());
        _file.Dispose();
    }

    public async Task StartAsync()
    {
        _platform.TrySetResult();
        _sender.Answer = async _ =>
        {
            await _platform.Task;
            return new SendResult(SendOutcome.Sent);
        };
        // By process: what a killed one still begins, nobody sees.
        var running = new ConcurrentDictionary<string, int>();
        // A message that is killed again and again would be given up, which is another story, too.
        _process = await DurableBot.StartAsync(
            _file, bot => bot.OnText((TextMessage message, BotContext context) => HandleAsync(message, context, running)), _sender, _time, services => services.Configure<BotOptions>(options => options.MaxRuns = 1000));
        await _process.Store.WriteAsync(db => db.Execute($"create table if not exists effects (content text, run integer)"), TestContext.Current.CancellationToken);
    }

    public async Task DoAsync(Happening happening, int choice)
    {
        switch (happening)
        {
            case Happening.DeliverQuick:
                Deliver(NewMessage($"快 {_messages.Count}", choice));
                break;
            case Happening.DeliverSlow:
                Deliver(NewMessage($"慢 {_messages.Count}", choice));
                break;
            case Happening.DeliverAgain when _messages.Count > 0:
                // The platform delivers a message three times at the most, and not after it was answered.
                if (_messages[^(1 + (choice % _messages.Count))] is { Deliveries: < 3, IsAnswered: false } message)
                    Deliver(message);
                break;
            case Happening.FinishSlow:
                Finish();
                break;
            case Happening.PassTheBudget:
                await (_isDiskFull ? LetItWorkAsync() : AcceptedAsync());
                _time.Advance(TimeSpan.FromSeconds(4.5));
                break;
            case Happening.HangUp when _open.Count > 0:
                await _open[choice % _open.Count].HangUpAsync();
                break;
            case Happening.PassAMinute:
                _time.Advance(TimeSpan.FromMinutes(1));
                break;
            case Happening.SetTheClockBack:
                _time.SetUtcNow(_time.GetUtcNow() - TimeSpan.FromHours(1));
                break;
            case Happening.LetItWork:
                await LetItWorkAsync();
                break;
            case Happening.HoldThePlatform when _platform.Task.IsCompleted:
                // From now on a call is neither taken nor refused: whoever is killed meanwhile cannot know.
                _platform = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                break;
            case Happening.ReleaseThePlatform:
                _platform.TrySetResult();
                break;
            case Happening.FillTheDisk when !_isDiskFull:
                _file.Refuse(_isDiskFull = true);
                break;
            case Happening.FreeTheDisk:
                await FreeTheDiskAsync();
                break;
            case Happening.Kill:
                await _process.KillAsync();
                _open.ForEach(request => request.Abandon());
                await RestartAsync();
                break;
            case Happening.Stop:
                _isFinishing = true;
                _platform.TrySetResult();
                await FreeTheDiskAsync();
                Finish();
                await _process.StopAsync();
                await RestartAsync();
                break;
        }
    }

    /// <summary>Lets everything come to its end.</summary>
    public async Task SettleAsync()
    {
        _isFinishing = true;
        _platform.TrySetResult();
        await FreeTheDiskAsync();
        await LetItWorkAsync();
        // What was committed before the clock was set back is due some minutes from now at the most.
        _time.Advance(TimeSpan.FromMinutes(11));
        await Waiting.UntilAsync(() =>
        {
            Finish();
            // A write that was refused in the last moment is tried again after that at the most.
            _time.Advance(TimeSpan.FromSeconds(5));
            return _file.Scalar<long>("select count(*) from bots_inbox where State = 0") == 0
                && _file.Scalar<long>("select count(*) from bots_outbox where State < 2") == 0
                && _open.TrueForAll(request => request.IsOver);
        });
        await _process.StopAsync();
    }

    /// <summary>What must never be, in sentences.</summary>
    public List<string> Contradictions()
    {
        var wrong = _beside.Select(content => $"'{content}' was handled beside another message of its person.").ToList();
        var accepted = _messages.Where(message => message.IsAnswered).ToList();
        var isAnyUnknown = _file.Scalar<long>($"select count(*) from bots_outbox where State = {(int)OutboxState.Unknown}") > 0;
        foreach (var message in accepted)
        {
            var effects = _file.Scalar<long>($"select count(*) from effects where content = '{message.Content}'");
            // Where nothing can be sent, a text may have fetched an earlier answer instead of being handled.
            if (effects > 1 || (effects == 0 && canSend))
                wrong.Add($"'{message.Content}' was accepted and has {effects} effects.");

            var read = message.Answers.Where(answer => answer is not null && !answer.Contains("回复任意文字", StringComparison.Ordinal)).Distinct().ToList();
            if (read.Count > 1)
                wrong.Add($"'{message.Content}' was answered in {read.Count} ways: {string.Join(", ", read)}.");

            var sent = _sender.Sent.Count(sent => sent.Text == message.Content);
            if (sent > 1)
                wrong.Add($"'{message.Content}' was sent {sent} times.");
            if (sent == 1 && read.Count > 0)
                wrong.Add($"'{message.Content}' was answered and sent too.");
            if (canSend && sent == 0 && read.Count == 0 && !isAnyUnknown)
                wrong.Add($"'{message.Content}' was answered with nothing, and nothing was sent.");
        }
        if (_file.Scalar<long>("select count(*) from (select content from effects group by content having count(*) > 1) as twice") != 0)
            wrong.Add("An effect happened twice.");
        if (_file.Scalar<long>("select count(*) from bots_inbox") < accepted.Count)
            wrong.Add("An accepted message is not in the inbox.");
        return wrong;
    }

    private async Task<string> HandleAsync(TextMessage message, BotContext context, ConcurrentDictionary<string, int> running)
    {
        if (running.AddOrUpdate(message.FromUser, 1, (_, count) => count + 1) > 1)
            _beside.Enqueue(message.Content);
        try
        {
            return await AnswerAsync(message, context);
        }
        finally
        {
            running.AddOrUpdate(message.FromUser, 0, (_, count) => count - 1);
        }
    }

    private async Task<string> AnswerAsync(TextMessage message, BotContext context)
    {
        context.OnCommit(db => db.Execute($"insert into effects values ({message.Content}, {1})"));
        if (message.Content.StartsWith('慢') && !_isFinishing)
        {
            var finish = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _slow.Add(finish);
            if (_isFinishing)
                finish.TrySetResult();
            await finish.Task;
        }
        return message.Content;
    }

    /// <summary>Goes on when nothing has changed for a while: what can be done is done, and the rest waits for something to happen.</summary>
    private async Task LetItWorkAsync()
    {
        const string Snapshot = "select (select string_agg(State || '.' || Fence, ',') from bots_inbox) || '/' || coalesce((select string_agg(State || '', ',') from bots_outbox), '')";
        var last = "";
        for (var same = 0; same < 30; same++)
        {
            var now = _file.Scalar<string>(Snapshot) ?? "";
            if (now != last)
                same = 0;
            last = now;
            await Task.Yield();
        }
    }

    private void Finish()
    {
        foreach (var slow in _slow)
            slow.TrySetResult();
    }

    /// <summary>Whoever could not write tries again after five seconds at the most.</summary>
    private async Task FreeTheDiskAsync()
    {
        if (!_isDiskFull)
            return;
        _file.Refuse(_isDiskFull = false);
        await LetItWorkAsync();
        _time.Advance(TimeSpan.FromSeconds(5));
    }

    private async Task RestartAsync()
    {
        if (_isDiskFull)
            _file.Refuse(_isDiskFull = false);
        _open.Clear();
        _slow = [];
        _isFinishing = false;
        await StartAsync();
    }

    private Message NewMessage(string content, int person)
    {
        var message = new Message(content, Arrivals.Text(content, $"user{person}", _messages.Count + 1));
        _messages.Add(message);
        return message;
    }

    private void Deliver(Message message)
    {
        _open.RemoveAll(request => request.IsOver);
        var request = new OpenRequest(_process, message);
        _requests.Add(request);
        _open.Add(request);
    }

    /// <summary>A budget that ends before the message is written is another story, told by the tests of a store that cannot be written.</summary>
    private Task AcceptedAsync() => Waiting.UntilAsync(() =>
        _file.Scalar<long>("select count(*) from bots_inbox") >= _messages.Count(message => message.Deliveries > 0 && _open.Exists(request => request.Message == message && !request.IsOver)));

    /// <summary>A message as the platform knows it.</summary>
    internal sealed class Message(string content, Incoming incoming)
    {
        private readonly ConcurrentQueue<string?> _answers = new();

        public string Content => content;

        public Incoming Incoming => incoming;

        public int Deliveries { get; set; }

        /// <summary>What its deliveries were answered with; null is nothing.</summary>
        public IReadOnlyCollection<string?> Answers => _answers;

        /// <summary>Whether the platform was answered with 200: the message is accepted.</summary>
        public bool IsAnswered => !_answers.IsEmpty;

        public void Answer(string? text) => _answers.Enqueue(text);
    }

    /// <summary>A request of the platform that waits for its answer.</summary>
    private sealed class OpenRequest : IDisposable
    {
        private readonly CancellationTokenSource _hangUp = new();
        private readonly Task _answered;
        private volatile bool _isAbandoned;

        public OpenRequest(DurableBot process, Message message)
        {
            Message = message;
            message.Deliveries++;
            _answered = AnswerAsync(process);
        }

        public Message Message { get; }

        public bool IsOver => _answered.IsCompleted || _isAbandoned;

        /// <summary>The process is gone: whatever it still says, nobody hears it.</summary>
        public void Abandon() => _isAbandoned = true;

        public void Dispose() => _hangUp.Dispose();

        public async Task HangUpAsync()
        {
            await _hangUp.CancelAsync();
            await _answered.SoonAsync();
        }

        private async Task AnswerAsync(DurableBot process)
        {
            try
            {
                var answer = Arrivals.TextOf(await process.DeliverUntilAsync(Message.Incoming, _hangUp.Token));
                if (!_isAbandoned)
                    Message.Answer(answer);
            }
            catch (OperationCanceledException)
            {
                // Hung up: the platform knows nothing of an answer.
            }
            catch (StoreUnavailableException)
            {
                // The process was killed while it wrote: 503, or nobody to say so.
            }
        }
    }
}
