namespace Hongyan.OfficialAccount;

/// <summary>What an appeal brings forward on one point.</summary>
public sealed record AppealMaterial
{
    /// <summary>What is said to break the rule.</summary>
    public string Content { get; init; } = "";

    /// <summary>Where that can be seen.</summary>
    public string ContentUrl { get; init; } = "";

    /// <summary>Why it does not.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The media ids of the proofs.</summary>
    public IReadOnlyList<string> ProofMediaIds { get; init; } = [];

    internal static AppealMaterial Read(in Protocol.PayloadFields payload)
    {
        var illegalMaterial = payload.Children("illegal_material"u8);
        var appealMaterial = payload.Children("appeal_material"u8);
        return new AppealMaterial
        {
            Content = illegalMaterial.Text("content"u8),
            ContentUrl = illegalMaterial.Text("content_url"u8),
            Reason = appealMaterial.Text("reason"u8),
            ProofMediaIds = appealMaterial.Texts("proof_material_id"u8),
        };
    }
}
