using System.Globalization;
using System.Text.RegularExpressions;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Names in place of ids (id 转译): <c>$userName=zhangsan$</c> and the like, in every text of a message.</summary>
internal static partial class IdTranslation
{
    /// <summary>The message as people read it.</summary>
    public static ActiveMessage Translate(ActiveMessage message, SimulatedWorld world) => message with
    {
        Content = Translate(message.Content, world),
        Title = Translate(message.Title, world),
        Description = Translate(message.Description, world),
        Articles = message.Articles?.Select(article => article with
        {
            Title = Translate(article.Title, world)!,
            Description = Translate(article.Description, world)!,
        }).ToList(),
        Card = message.Card is { } card ? card with { MainTitle = Translate(card.MainTitle, world), SubTitle = Translate(card.SubTitle, world) } : null,
    };

    private static CardTitle? Translate(CardTitle? title, SimulatedWorld world) => title is null ? null : title with
    {
        Title = Translate(title.Title, world),
        Description = Translate(title.Description, world),
    };

    private static string? Translate(string? text, SimulatedWorld world) =>
        text is null ? null : Placeholder().Replace(text, match => NameOf(match.Groups[1].Value, match.Groups[2].Value, world) ?? match.Value);

    private static string? NameOf(string kind, string id, SimulatedWorld world) => kind switch
    {
        "userName" => world.FindMember(id)?.Name,
        "userAlias" => world.FindMember(id)?.Alias,
        "userAliasOrName" => world.FindMember(id) is { } member ? member.Alias.Length > 0 ? member.Alias : member.Name : null,
        _ => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? world.Contacts.FindDepartment(number)?.Name : null,
    };

    [GeneratedRegex(@"\$(userName|userAlias|userAliasOrName|departmentName)=([^$\s]{1,64})\$")]
    private static partial Regex Placeholder();
}
