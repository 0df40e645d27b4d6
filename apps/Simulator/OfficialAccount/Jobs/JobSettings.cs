namespace Hongyan.Simulator.OfficialAccount;

/// <summary>How the jobs of an account end that the platform finishes later.</summary>
public sealed record JobSettings
{
    /// <summary>Longest that a job can be told to take.</summary>
    public const int MaxSeconds = 86_400;

    /// <summary>Seconds of the simulator's clock that a mass send or a publication takes.</summary>
    /// <value>3.</value>
    public int Seconds { get; init; } = 3;

    /// <summary>Status of a mass send: <c>send success</c>, <c>send fail</c>, or <c>err(20001)</c> and its like.</summary>
    public string MassStatus { get; init; } = "send success";

    /// <summary>publish_status: 0 success, 2 originality, 3 failed, 4 refused by the platform.</summary>
    public int PublishStatus { get; init; }

    /// <summary>Status of a template message: <c>success</c>, <c>failed:user block</c> or <c>failed: system failed</c>.</summary>
    public string TemplateStatus { get; init; } = "success";

    /// <summary>The first field with a value that there is not; null: none.</summary>
    public string? FindInvalid() =>
        Seconds is < 0 or > MaxSeconds ? "seconds"
        : MassStatus is not ("send success" or "send fail") && !(MassStatus.StartsWith("err(", StringComparison.Ordinal) && MassStatus.EndsWith(')')) ? "massStatus"
        : PublishStatus is not (0 or 2 or 3 or 4) ? "publishStatus"
        : TemplateStatus is not ("success" or "failed:user block" or "failed: system failed") ? "templateStatus"
        : null;
}
