namespace Hongyan.IssueDesk.Settings;

/// <summary>What the console may set, below section <c>IssueDesk</c>.</summary>
internal static class SettingKeys
{
    public const string Routes = "Routes";
    public const string Tracker = "Tracker:";
    public const string TrackerKind = Tracker + "Kind";
    public const string TrackerBaseUrl = Tracker + "BaseUrl";
    public const string TrackerUser = Tracker + "User";
    public const string TrackerToken = Tracker + "Token";
    public const string TrackerTimeout = Tracker + "TimeoutSeconds";
    public const string TrackerWebhookSecret = Tracker + "WebhookSecret";
    public const string Group = "Group:";
    public const string GroupChat = Group + "ChatId";
    public const string GroupRobot = Group + "RobotUrl";
    public const string Names = "Names:";
    public const string Texts = "Texts:";

    /// <summary>Whether a value is kept encrypted and never shown again. The routes are, because they may hold the webhook address of a group robot.</summary>
    public static bool IsSecret(string key) => key is TrackerToken or TrackerWebhookSecret or GroupRobot or Routes;
}
