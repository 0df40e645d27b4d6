namespace Hongyan.IssueDesk.Skills.Weather;

/// <summary>A place that has weather.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Region">The province or country around it.</param>
/// <param name="Id">What the provider asks for: an id, or latitude and longitude.</param>
internal sealed record City(string Name, string Region, string Id);
