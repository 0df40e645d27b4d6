namespace Hongyan.WeCom;

/// <summary>A name with a value (二级标题+文本). At most one of the three targets may be set.</summary>
/// <param name="Name">The name, such as 负责人; advised max. 5 characters.</param>
/// <param name="Value">The value; the file's name where a file is attached. Advised max. 30 characters.</param>
public sealed record CardField(string Name, string? Value = null)
{
    /// <summary>The page that opens when the value is tapped.</summary>
    public string? Url { get; init; }

    /// <summary>The media id (素材) of a file to attach.</summary>
    public string? FileMediaId { get; init; }

    /// <summary>The user id of a member whose profile opens when the value is tapped.</summary>
    public string? UserId { get; init; }
}
