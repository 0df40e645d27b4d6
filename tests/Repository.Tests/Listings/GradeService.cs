namespace Hongyan.Repository.Tests.Listings;

internal sealed class GradeService
{
    public Task<string> SummaryAsync(UserRef user) => Task.FromResult($"{user.Id}：优");

    public Task<string> MarkPresentAsync(string name) => Task.FromResult($"{name} 到了");
}
