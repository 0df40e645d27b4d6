namespace Hongyan.Simulator.WeCom;

/// <summary>The customer service account that exists from the start.</summary>
public static class SampleAccount
{
    /// <summary>鸿雁客服, of the demo app.</summary>
    public static ServiceAccount Default { get; } = new()
    {
        OpenKfId = "wkHYSIM000000000000000000000001",
        Name = "鸿雁客服",
        App = SampleApps.Demo.Name,
        UserIds = ["zhaomin", "lisi"],
    };
}
