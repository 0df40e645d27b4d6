namespace Hongyan.Testing.Tests.Listings;

/// <summary>A module as the documents show it: an extension method that the program and its tests call.</summary>
public static class GradesModule
{
    public static Bot MapGrades(this Bot bot)
    {
        bot.OnText("成绩 {subject}", (string subject) => subject == "数学" ? "数学 98" : $"没有 {subject} 这一科");
        return bot;
    }
}
