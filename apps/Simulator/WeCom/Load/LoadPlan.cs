using System.Globalization;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>What a load run (压测) sends, and what goes wrong on the way. Every delivery has the platform's deadline and retries.</summary>
public sealed record LoadPlan
{
    /// <summary>Messages of a run at most.</summary>
    public const int MostMessages = 1_000_000;

    /// <summary>Deliveries that can be under way at once.</summary>
    public const int MostAtOnce = 2000;

    /// <summary>Times a message can be delivered on purpose.</summary>
    public const int MostCopies = 10;

    private const int MostRate = 100_000;
    private const int MostTexts = 100;
    private const int LongestText = 500;
    private const string Number = "{n}";

    /// <summary>How many messages: 1 to 1,000,000.</summary>
    public required int Messages { get; init; }

    /// <summary>How many people write them, in turn: 1 to 10,000.</summary>
    /// <value>100.</value>
    public int People { get; init; } = 100;

    /// <summary>Deliveries that begin in a second; null: as soon as there is room.</summary>
    public int? Rate { get; init; }

    /// <summary>Deliveries under way at most: 1 to 2000.</summary>
    /// <value>100.</value>
    public int AtOnce { get; init; } = 100;

    /// <summary>What they write, in turn; <c>{n}</c> is the message's number. An answer that repeats <c>#{n}</c> is known by it.</summary>
    /// <value>你好 #{n}</value>
    public IReadOnlyList<string> Texts { get; init; } = ["你好 #{n}"];

    /// <summary>How often each message is delivered, whatever it is answered: 1 to 10.</summary>
    /// <value>1.</value>
    public int Copies { get; init; } = 1;

    /// <summary>Whether all deliveries of all messages come in any order.</summary>
    public bool Shuffled { get; init; }

    /// <summary>Of a hundred attempts, how many never reach the bot: 0 to 100.</summary>
    public int LostPercent { get; init; }

    /// <summary>Of a hundred attempts, how many are answered after the deadline: the bot works, the platform hears nothing.</summary>
    public int LatePercent { get; init; }

    /// <summary>The same number, the same order and the same faults.</summary>
    /// <value>1.</value>
    public int Seed { get; init; } = 1;

    /// <summary>The name of the first value that cannot be taken, or null.</summary>
    public string? FindInvalid() =>
        Messages is < 1 or > MostMessages ? "messages"
        : People is < 1 or > Crowd.Most ? "people"
        : Rate is < 1 or > MostRate ? "rate"
        : AtOnce is < 1 or > MostAtOnce ? "atOnce"
        : Texts.Count is < 1 or > MostTexts || Texts.Any(text => string.IsNullOrWhiteSpace(text) || text.Length > LongestText) ? "texts"
        : Copies is < 1 or > MostCopies ? "copies"
        : LostPercent is < 0 or > 100 ? "lostPercent"
        : LatePercent < 0 || LostPercent + LatePercent > 100 ? "latePercent"
        : null;

    /// <summary>Who writes a message, from 1.</summary>
    /// <param name="number">The message's number, from 1.</param>
    public int PersonOf(int number) => ((number - 1) % People) + 1;

    /// <summary>What a message says.</summary>
    /// <param name="number">The message's number, from 1.</param>
    public string TextOf(int number) =>
        Texts[(number - 1) % Texts.Count].Replace(Number, number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
