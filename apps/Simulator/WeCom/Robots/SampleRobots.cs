namespace Hongyan.Simulator.WeCom;

/// <summary>The AI robots that exist without any configuration; both are in 项目群. The Server's robot account and a sample hold the same values.</summary>
public static class SampleRobots
{
    /// <summary>鸿雁助手: answered by the Server.</summary>
    public static WeComRobot Hongyan { get; } = new()
    {
        Name = "robot",
        DisplayName = "鸿雁助手",
        RobotId = "aibgUSUqBQEZZOjJsdqFfMSKU23",
        Callback = new(
            "http://127.0.0.1:5080/callback/robot",
            "ShYWlQbEVTClCVT7zZZL",
            "ghPaBbA7Ix0CHNJaBX8rwnSX9LzM4qTwQ8Tyr8d8ucf"),
        StartCommand = "dotnet run --project apps/Server",
    };

    /// <summary>AI 示例: answered by samples/08-ai.cs.</summary>
    public static WeComRobot Ai { get; } = new()
    {
        Name = "ai",
        DisplayName = "AI 示例",
        RobotId = "aibSample8AiQx5Nw2Rk7Lt4Vm9Zy3",
        Callback = new(
            "http://127.0.0.1:5088/robot",
            "Kq7wTn4ZpB2mXv9RgL6c",
            "Vh3bN8sYt5KqD1fRw7ZcJx9GmP2uLe6TaQ4oXiM0yBz"),
        StartCommand = "dotnet run samples/08-ai.cs",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WeComRobot> All { get; } = [Hongyan, Ai];
}
