namespace Hongyan.WeCom;

/// <summary>Which group robot writes, and where the platform is.</summary>
public sealed class GroupRobotClientOptions
{
    private const string KeyName = "key=";

    /// <summary>The key in the robot's webhook address. A secret: whoever has it can write in the group.</summary>
    public required string Key { get; init; }

    /// <summary>Where the platform's API is: scheme, host and port, without <c>/cgi-bin</c>.</summary>
    /// <value>https://qyapi.weixin.qq.com</value>
    public Uri ApiBaseAddress { get; init; } = new("https://qyapi.weixin.qq.com");

    /// <summary>The options of a webhook address as the group's page shows it.</summary>
    /// <param name="webhook">Such as <c>https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…</c>; with another host, the platform's API is there.</param>
    /// <exception cref="ArgumentException">It is no such address. The message does not repeat it, because the key is a secret.</exception>
    public static GroupRobotClientOptions ForWebhook(Uri webhook)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        if (!webhook.IsAbsoluteUri || webhook.Scheme is not ("https" or "http") || webhook.AbsolutePath != "/cgi-bin/webhook/send")
            throw NoWebhook();
        var key = webhook.Query.TrimStart('?').Split('&').FirstOrDefault(pair => pair.StartsWith(KeyName, StringComparison.Ordinal))?[KeyName.Length..];
        if (string.IsNullOrEmpty(key))
            throw NoWebhook();
        return new GroupRobotClientOptions { Key = Uri.UnescapeDataString(key), ApiBaseAddress = new Uri(webhook.GetLeftPart(UriPartial.Authority)) };

        static ArgumentException NoWebhook() =>
            new("A webhook address reads https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…; copy it from the group → 群机器人 (消息推送).", nameof(webhook));
    }

    /// <summary>How long a call waits for its whole answer, all tries together; waiting for the next minute is not counted.</summary>
    /// <value>30 seconds.</value>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an upload waits for its answer.</summary>
    /// <value>5 minutes.</value>
    public TimeSpan TransferTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a call that failed for the moment, or met the limit of the minute, is made again.</summary>
    /// <value>3; 0 turns it off.</value>
    public int Retries { get; init; } = 3;
}
