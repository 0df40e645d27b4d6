using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hongyan.IssueDesk.Reporters;
using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hongyan.IssueDesk.Skills.Weather;

/// <summary>Tells the weather (天气 广州), and remembers the city for 天气 alone. What is older than a moment is marked with its time, never older than three hours.</summary>
internal sealed partial class WeatherSkill(
    OpenMeteo openMeteo, QWeather qWeather, IOptionsMonitor<WeatherOptions> options, IDeskStore store, DeskTexts texts, TimeZoneInfo timeZone, TimeProvider time,
    ILogger<WeatherSkill> logger) : ISkill
{
    /// <summary>The named HttpClient, for whoever has to send its calls through a proxy.</summary>
    public const string HttpClientName = "Hongyan.IssueDesk.Weather";

    private const int MostCities = 1000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Usable = TimeSpan.FromHours(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, WeatherReport> _reports = new(StringComparer.OrdinalIgnoreCase);

    public bool IsAsked(string text) => CityOf(text) is not null;

    public async Task<Reply> AnswerAsync(BotContext context, string text)
    {
        var name = CityOf(text)!;
        if (name.Length == 0)
        {
            using var desk = store.OpenReader();
            name = desk.People.Find(context.User.Account, context.User.Id)?.City ?? "";
        }
        if (name.Length == 0)
            return texts.Get("WeatherWhere");
        return await ReportAsync(context, name);
    }

    private async Task<Reply> ReportAsync(BotContext context, string name)
    {
        var known = _reports.GetValueOrDefault(name);
        if (known is null || known.At + Fresh <= time.GetUtcNow())
        {
            using var patience = new CancellationTokenSource(Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, context.CancellationToken);
            try
            {
                IWeatherProvider provider = options.CurrentValue.Provider.Equals("QWeather", StringComparison.OrdinalIgnoreCase) ? qWeather : openMeteo;
                var cities = await provider.FindAsync(name, either.Token);
                if (cities.FirstOrDefault(city => IsCalled(city, name)) is not { } city)
                    return texts.Get(cities.Count == 0 ? "WeatherUnknown" : "WeatherPerhaps", ("city", name), ("others", string.Join("、", cities.Select(each => each.Name).Distinct().Take(3))));
                known = await provider.ReadAsync(city, either.Token);
                if (_reports.Count > MostCities)
                    _reports.Clear();
                _reports[name] = known;
            }
            catch (Exception failure) when (failure is HttpRequestException or JsonException or InvalidOperationException or FormatException
                || (failure is OperationCanceledException && !context.CancellationToken.IsCancellationRequested))
            {
                LogSilent(logger, failure.Message);
            }
        }
        if (known is null || known.At + Usable <= time.GetUtcNow())
            return texts.Get("WeatherSilent");
        context.OnCommit(db => store.Write(db, desk => desk.Remember(context.User).City = name));
        return Describe(known);
    }

    private string Describe(WeatherReport report)
    {
        var text = texts.Get("Weather", ("city", report.City.Name), ("sky", report.Sky), ("temperature", report.Temperature), ("feels", report.FeelsLike), ("humidity", report.Humidity));
        if (report.At + Fresh > time.GetUtcNow())
            return text;
        var at = TimeZoneInfo.ConvertTime(report.At, timeZone).ToString("HH:mm", CultureInfo.InvariantCulture);
        return text + texts.Get("WeatherAt", ("time", at));
    }

    /// <summary>Whether it is what was asked for: 广州 is called 广州市 by some.</summary>
    private static bool IsCalled(City city, string name) =>
        city.Name.TrimEnd('市').Equals(name.TrimEnd('市'), StringComparison.OrdinalIgnoreCase);

    /// <summary>The city that a text asks for; empty where it names none, null where it asks for something else.</summary>
    internal static string? CityOf(string text)
    {
        var match = Question().Match(text.Trim().TrimEnd('?', '？', '。', '！', '!'));
        return match.Success ? (match.Groups["after"].Value + match.Groups["before"].Value).Trim() : null;
    }

    [GeneratedRegex(@"^(?:天气(?:[\s:：]+(?<after>[\p{L}\s]{1,20}))?|(?<before>[\p{L}]{0,12}?)(?:今天|现在)?的?天气(?:怎么样|如何|好吗)?)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Question();

    [LoggerMessage(1, LogLevel.Warning, "IssueDesk: the weather could not be asked for: {Reason}")]
    private static partial void LogSilent(ILogger logger, string reason);
}
