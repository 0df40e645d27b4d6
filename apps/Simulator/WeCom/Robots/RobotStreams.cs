using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Live;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Asks bots for more of their streams until they say finish or the time is over, and lets the bubbles grow.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/101031: every answer holds the whole text so far, for six minutes from the member's message.</remarks>
internal sealed class RobotStreams(
    RobotAttempts attempts, DeliverySettingsStore settings, ConversationLog chats, LiveFeed feed, SimulatedClock clock, TimeProvider time)
{
    private const int Capacity = 200;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, StreamProgress> _streams = [];

    /// <summary>The stream that answers a delivery, or null.</summary>
    public StreamProgress? Find(long? deliveryId)
    {
        lock (_lock)
            return deliveryId is { } id ? _streams.GetValueOrDefault(id) : null;
    }

    /// <summary>The latest streams of a robot, newest first.</summary>
    public IReadOnlyList<StreamProgress> Of(WeComRobot robot)
    {
        lock (_lock)
            return [.. _streams.Values.Reverse().Where(stream => stream.Robot == robot.Name)];
    }

    /// <summary>Asks for more until it ends.</summary>
    /// <param name="talk">Whose message it answers.</param>
    /// <param name="delivery">The delivery of that message.</param>
    /// <param name="entry">The entry in which it grows.</param>
    /// <param name="cancellationToken">A reset, or the end of the simulator.</param>
    public async Task FollowAsync(RobotTalk talk, Delivery delivery, ChatMessage entry, CancellationToken cancellationToken)
    {
        var stream = Save(new()
        {
            DeliveryId = delivery.Id,
            EntryId = entry.Id,
            Robot = talk.Robot.Name,
            StreamId = entry.FromRobot!.StreamId!,
            StartedAt = delivery.CreatedAt,
        });
        var remarked = new HashSet<FindingKind>();
        try
        {
            while (stream.State == RobotStreamState.Running)
            {
                await Task.Delay(TimeSpan.FromSeconds(settings.Current.StreamPollSeconds), time, cancellationToken);
                if (clock.Now - stream.StartedAt >= TimeSpan.FromSeconds(settings.Current.StreamSeconds))
                    stream = CutOff(stream, entry);
                else
                    stream = await RefreshAsync(talk, stream, entry, remarked, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            Save((Find(stream.DeliveryId) ?? stream) with { State = RobotStreamState.Cancelled });
            throw;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            _streams.Clear();
    }

    private async Task<StreamProgress> RefreshAsync(
        RobotTalk talk, StreamProgress stream, ChatMessage entry, HashSet<FindingKind> remarked, CancellationToken cancellationToken)
    {
        var before = chats.Find(entry.Id)?.FromRobot ?? entry.FromRobot;
        var callback = new RobotCallback(talk, RobotSituation.Refresh, RobotPlaintext.Refresh(talk, stream.StreamId), before);
        var (attempt, verdict) = await attempts.RunAsync(callback, stream.Refreshes + 1, [], _ => { }, cancellationToken);
        stream = stream.With(callback.Plaintext, attempt);

        foreach (var finding in attempt.Problem is null ? attempt.Notes : [attempt.Problem])
        {
            // Said once: what is wrong with one refresh is most often wrong with all of them.
            if (remarked.Add(finding.Kind))
                chats.Add(Remark(entry, finding));
        }
        if (verdict?.Reply is { } reply)
        {
            // Between two refreshes people click on the card.
            chats.Change(each => each.Id == entry.Id, each => each with { FromRobot = reply with { UpdatedCards = each.FromRobot!.UpdatedCards } });
            if (reply.IsFinished)
                stream = stream with { State = RobotStreamState.Finished };
        }
        return Save(stream);
    }

    private StreamProgress CutOff(StreamProgress stream, ChatMessage entry)
    {
        chats.Change(each => each.Id == entry.Id, each => each with { FromRobot = each.FromRobot! with { IsFinished = true, IsCutOff = true } });
        chats.Add(Remark(entry, Finding.Of(FindingKind.RobotStreamCutOff, settings.Current.StreamSeconds)));
        return Save(stream with { State = RobotStreamState.CutOff });
    }

    private ChatMessage Remark(ChatMessage entry, Finding finding) =>
        entry with { Id = chats.NextId(), Time = clock.Now, FromRobot = null, Finding = finding };

    private StreamProgress Save(StreamProgress stream)
    {
        lock (_lock)
        {
            _streams[stream.DeliveryId] = stream;
            if (_streams.Count > Capacity)
                _streams.Remove(_streams.Keys.First());
        }
        feed.Publish(stream);
        return stream;
    }
}
