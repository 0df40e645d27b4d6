using Hongyan.Simulator.Live;

namespace Hongyan.Simulator.Faults;

/// <summary>Which calls of the platform's API fail, for each caller. The first fault that meets a call answers it; its count goes down by one.</summary>
public sealed class ApiFaults(LiveFeed feed, AccessTokens tokens)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, IReadOnlyList<ApiFault>> _active = [];

    /// <summary>What is switched on.</summary>
    public IReadOnlyList<ApiFault> Read(string caller)
    {
        lock (_lock)
            return _active.GetValueOrDefault(caller, []);
    }

    /// <summary>Switches exactly these on.</summary>
    public void Set(string caller, IReadOnlyList<ApiFault> faults)
    {
        lock (_lock)
            _active[caller] = faults;
        feed.Publish(new CallerFaults(caller, faults));
    }

    /// <summary>Switches everything off, for all callers.</summary>
    public void Clear()
    {
        lock (_lock)
            _active.Clear();
    }

    /// <summary>The answer that a fault gives to a call, or null: the call is carried out.</summary>
    internal ApiAnswer? Meet(ApiPlatform platform, string caller, PathString path)
    {
        ApiFault? fault;
        lock (_lock)
        {
            var active = _active.GetValueOrDefault(caller, []);
            fault = active.FirstOrDefault(each => each.Meets(path));
            if (fault is null)
                return null;
            if (fault.Times is not null)
                _active[caller] = [.. active.Select(each => each == fault ? each with { Times = each.Times - 1 } : each).Where(each => each.Times is not 0)];
        }
        if (fault.Times is not null)
            feed.Publish(new CallerFaults(caller, Read(caller)));

        var error = platform.Of(fault.ErrCode);
        if (platform.SpoilsTokens(error.Code))
            tokens.Revoke(caller);
        return ApiAnswer.Failed(fault.ErrMsg is null ? error : error with { Message = fault.ErrMsg });
    }
}
