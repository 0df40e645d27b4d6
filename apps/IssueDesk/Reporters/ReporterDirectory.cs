using System.Collections.Concurrent;
using Hongyan.WeCom;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.IssueDesk.Reporters;

/// <summary>The names of people as the contacts (通讯录) have them.</summary>
internal sealed class ReporterDirectory(IServiceProvider services, TimeProvider time)
{
    /// <summary>Only workers ask, and nobody's five seconds run meanwhile; the first call of a process needs its token too.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    /// <summary>After a failure, for how long nobody waits for the contacts again.</summary>
    private static readonly TimeSpan Forgiven = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<UserRef, (User? User, DateTimeOffset Until)> _known = new();

    /// <summary>The name; the user id where the contacts do not tell.</summary>
    public async Task<string> NameAsync(UserRef person, CancellationToken cancellationToken) =>
        await FindAsync(person, cancellationToken) is { Name.Length: > 0 } user ? user.Name : person.Id;

    /// <summary>The member; null where the contacts do not tell, or not quickly enough.</summary>
    public async Task<User?> FindAsync(UserRef person, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(person, out var known) && known.Until > time.GetUtcNow())
            return known.User;
        var user = await ReadAsync(person, cancellationToken);
        _known[person] = (user, time.GetUtcNow() + (user is null ? Forgiven : Remembered));
        return user;
    }

    private async Task<User?> ReadAsync(UserRef person, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await services.GetRequiredKeyedService<WeComClient>(person.Account).Contacts.GetUserAsync(person.Id, either.Token);
        }
        catch (HongyanException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
