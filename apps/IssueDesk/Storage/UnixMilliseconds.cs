using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Hongyan.IssueDesk.Storage;

/// <summary>Keeps a moment as the other tables of the database do: Unix milliseconds.</summary>
internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    moment => moment.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));
