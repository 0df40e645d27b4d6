namespace Hongyan.Load;

/// <summary>The account that the callbacks are made for and the echo bot answers.</summary>
internal static class LoadAccount
{
    public const string CorpId = "ww2075aefc195e57e9";
    public const int AgentId = 1000002;
    public const string Secret = "u4TqYh7RzBk2mXc9LsVd5Nw8FgJp3EaQo6iZrH1tKyM";
    public const string Token = "7mVg2RkZqXw9sTnY4bLc";
    public const string EncodingAesKey = "kWxc5ewHdjJ3b8dY1vNQ0mZrTqLsPf7uGa2hXo4iE6C";
}
