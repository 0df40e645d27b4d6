namespace Hongyan.AspNetCore.Tests.Support;

/// <summary>Waits for what must happen; a test that waits for what never happens fails instead of hanging.</summary>
internal static class Waiting
{
    public static readonly TimeSpan Default = TimeSpan.FromSeconds(30);

    public static Task SoonAsync(this Task task) => task.WaitAsync(Default, TestContext.Current.CancellationToken);

    public static Task<T> SoonAsync<T>(this Task<T> task) => task.WaitAsync(Default, TestContext.Current.CancellationToken);
}
