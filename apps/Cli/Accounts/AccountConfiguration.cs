using Hongyan.Cli.Resources;
using Hongyan.WeCom;
using Microsoft.Extensions.Configuration;

namespace Hongyan.Cli.Accounts;

/// <summary>The accounts and robots that are configured, under the names that the Server has: a file, and over it the environment.</summary>
internal sealed class AccountConfiguration
{
    private const string FileVariable = "HONGYAN_CONFIG";

    private readonly IConfiguration _values;

    private AccountConfiguration(IConfiguration values) => _values = values;

    private IEnumerable<IConfigurationSection> Accounts => _values.GetSection("Accounts").GetChildren();

    /// <summary>Reads the file, if there is one, and the environment.</summary>
    /// <param name="file">As <c>--config</c> names it; null looks at <c>HONGYAN_CONFIG</c>.</param>
    /// <exception cref="InputException">The file is not there or is no JSON.</exception>
    public static AccountConfiguration Load(string? file)
    {
        file ??= Environment.GetEnvironmentVariable(FileVariable);
        var builder = new ConfigurationBuilder();
        try
        {
            if (!string.IsNullOrEmpty(file))
                builder.AddJsonFile(Path.GetFullPath(file), optional: false, reloadOnChange: false);
            return new AccountConfiguration(builder.AddEnvironmentVariables().Build());
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            // The inner message of a file that is no JSON names line and column; the outer one only the path.
            throw new InputException(Texts.Get("Config.Unreadable", file, (failure.InnerException ?? failure).Message));
        }
    }

    /// <summary>The account of a name; without one, the only account there is.</summary>
    /// <exception cref="InputException">There is no such account, or several and none was named.</exception>
    public ConfiguredAccount Find(string? name)
    {
        var accounts = Accounts.ToList();
        if (accounts.Count == 0)
            throw new InputException(Texts.Get("Config.NoAccounts", name ?? "demo"));
        var names = string.Join(Texts.Get("Config.Separator"), accounts.Select(account => account.Key));
        if (name is null)
            return accounts is [var only] ? new ConfiguredAccount(only) : throw new InputException(Texts.Get("Config.WhichAccount", names));
        return accounts.Find(account => account.Key.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? new ConfiguredAccount(found)
            : throw new InputException(Texts.Get("Config.UnknownAccount", name, names));
    }

    /// <summary>The webhook of a group robot.</summary>
    /// <exception cref="InputException">It is not configured, or is no webhook. The message never repeats the address.</exception>
    public GroupRobotClientOptions Robot(string name)
    {
        if (name.Contains("://", StringComparison.Ordinal))
            throw new InputException(Texts.Get("Config.RobotIsAddress"));
        var address = _values[$"Robots:{name}:WebhookUrl"];
        if (string.IsNullOrEmpty(address))
            throw new InputException(Texts.Get("Config.NoRobot", name));
        try
        {
            return GroupRobotClientOptions.ForWebhook(new Uri(address));
        }
        catch (Exception failure) when (failure is ArgumentException or UriFormatException)
        {
            throw new InputException(Texts.Get("Config.NoWebhook", name));
        }
    }
}
