using System.CommandLine;
using System.Globalization;
using Hongyan.Cli.Accounts;
using Hongyan.Cli.Resources;

namespace Hongyan.Cli.Doctor;

/// <summary><c>hongyan doctor</c>: looks at everything between an account's configuration and its platform, and says what to mend first.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var account = new Option<string?>("--account") { Description = Texts.Get("Config.Account"), HelpName = "NAME" };
        var config = new Option<string?>("--config") { Description = Texts.Get("Config.Option"), HelpName = "FILE" };
        var url = new Option<string?>("--url") { Description = Texts.Get("Doctor.Url"), HelpName = "URL" };
        var to = new Option<string?>("--to") { Description = Texts.Get("Doctor.To"), HelpName = "USERID" };
        var openId = new Option<string?>("--openid") { Description = Texts.Get("Doctor.OpenId"), HelpName = "OPENID" };
        var json = new Option<bool>("--json") { Description = Texts.Get("Doctor.Json") };
        var language = new Option<string?>("--lang") { Description = Texts.Get("Doctor.Language"), HelpName = "LANG" };
        language.AcceptOnlyFromAmong("zh", "en");
        var command = new Command("doctor", Texts.Get("Doctor.Description")) { account, url, to, openId, config, json, language };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(language) is { } chosen)
                Texts.Language = CultureInfo.GetCultureInfo(chosen == "en" ? "en" : "zh-CN");
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                var examined = AccountConfiguration.Load(parsed.GetValue(config)).Find(parsed.GetValue(account));
                using var http = PlatformHttp.Create();
                var person = new PersonCheck(http, examined, parsed.GetValue(to), parsed.GetValue(openId));
                var report = new DoctorReport(examined.Name, examined.Platform, await ExamineAsync(http, examined, AddressOf(examined, parsed.GetValue(url)), person, cancellationToken));
                await output.WriteLineAsync(parsed.GetValue(json) ? report.ToJson() : report.ToText());
                return report.HasProblems ? ExitCode.Problems : ExitCode.Done;
            }
            catch (InputException problem)
            {
                await error.WriteLineAsync(problem.Message);
                return ExitCode.Unusable;
            }
        });
        return command;
    }

    /// <summary>In the order in which things are mended: what comes first makes what follows look broken.</summary>
    private static async Task<IReadOnlyList<Check>> ExamineAsync(
        HttpClient http, ConfiguredAccount account, Uri? address, PersonCheck person, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        var checks = new List<Check>(new ConfigurationCheck(account).Run());
        var reach = await new ReachCheck(http, time).RunAsync(account.Platform, account.ApiBaseAddress, cancellationToken);
        checks.AddRange(reach);
        checks.AddRange(reach[0].State == CheckState.Problem ? [Check.Skipped("token", "Doctor.ReachFirst")] : await new ApiCheck(http, account, address).RunAsync(cancellationToken));
        checks.AddRange(await person.RunAsync(checks.Exists(check => check is { Name: "address", State: CheckState.Good }), cancellationToken));
        checks.AddRange(await new CallbackCheck(account, address, time).RunAsync(cancellationToken));
        return checks;
    }

    /// <summary>The callback address: as it was given, or that of the Server where only a host was.</summary>
    private static Uri? AddressOf(ConfiguredAccount account, string? given)
    {
        if (given is null)
            return null;
        if (!Uri.TryCreate(given, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.UserInfo.Length > 0)
            throw new InputException(Texts.Get("Doctor.NotAnAddress"));
        return address.AbsolutePath == "/" ? new Uri(address, $"/callback/{account.Name}") : address;
    }
}
