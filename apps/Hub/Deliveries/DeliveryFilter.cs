using Hongyan.Hub.Shell;
using Hongyan.Storage;
using Hongyan.Storage.Log;
using Hongyan.Storage.Schema;

namespace Hongyan.Hub.Deliveries;

/// <summary>What the filter bar of 投递 says; all of it stands in the address, so that a list can be sent to a colleague.</summary>
public sealed record DeliveryFilter(
    string? Account, string? Person, string? State, DateTimeOffset? From, DateTimeOffset? To, string? Error, long? Before)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>Whether anything is left out because of it.</summary>
    public bool IsSet => this is not { Account: null, Person: null, State: null, From: null, To: null, Error: null };

    /// <summary>Reads the address.</summary>
    public static DeliveryFilter Read(HttpContext context, ConsoleClock clock) => new(
        context.Filter("account"), context.Filter("person"), context.Filter("state"),
        clock.Read(context.Filter("from")), clock.Read(context.Filter("to")), context.Filter("error"), context.Number(Pager.Parameter));

    /// <summary>One row more than a page tells whether there is another.</summary>
    public InboxFilter ToInbox(InboxState? state) => new()
    {
        Account = Account, Person = Person, State = state ?? Named<InboxState>(), From = From, To = To, Failure = Error, Before = Before, Most = PageSize + 1,
    };

    /// <summary>One row more than a page tells whether there is another.</summary>
    public OutboxFilter ToOutbox() => new()
    {
        Account = Account, Person = Person, State = Named<OutboxState>(), From = From, To = To, Error = Error, Before = Before, Most = PageSize + 1,
    };

    private TState? Named<TState>()
        where TState : struct, Enum =>
        Enum.GetValues<TState>().Where(value => value.ToString() == State).Select(value => (TState?)value).FirstOrDefault();
}
