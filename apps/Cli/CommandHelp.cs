using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Hongyan.Cli.Resources;

namespace Hongyan.Cli;

/// <summary>What <c>--help</c> prints, in the program's language: System.CommandLine asks the machine for its own and has English otherwise.</summary>
internal sealed class CommandHelp : SynchronousCommandLineAction
{
    private const string Program = "hongyan";

    /// <summary>Puts it, and the descriptions of what System.CommandLine brings along, into a command line.</summary>
    public static void AddTo(RootCommand root)
    {
        foreach (var option in root.Options)
        {
            if (option is HelpOption)
                (option.Action, option.Description) = (new CommandHelp(), Texts.Get("Help.Help"));
            else if (option is VersionOption)
                option.Description = Texts.Get("Help.Version");
        }
    }

    /// <summary>Whoever asks what is needed is not told that it is missing.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var output = parseResult.InvocationConfiguration.Output;
        List<Option> options = [.. command.Options, .. parseResult.RootCommandResult.Command.Options.Where(option => option.Recursive && !command.Options.Contains(option))];

        output.WriteLine(Texts.Get("Help.Description"));
        output.WriteLine($"  {command.Description}");
        output.WriteLine();
        output.WriteLine(Texts.Get("Help.Usage"));
        output.WriteLine($"  {Usage(command)}");
        WriteRows(output, "Help.Arguments", command.Arguments.Select(argument => ($"<{argument.Name}>", argument.Description ?? "")));
        WriteRows(output, "Help.Options", options.Where(option => !option.Hidden).Select(option => (Name(option), option.Description ?? "")));
        WriteRows(output, "Help.Commands", command.Subcommands.Where(child => !child.Hidden).Select(child => (Signature(child), child.Description ?? "")));
        return ExitCode.Done;
    }

    private static string Usage(Command command)
    {
        var path = command is RootCommand ? Program : $"{Program} {Signature(command)}";
        return command.Subcommands.Count > 0 ? $"{path} {Texts.Get("Help.UsageCommand")} {Texts.Get("Help.UsageOptions")}" : $"{path} {Texts.Get("Help.UsageOptions")}";
    }

    private static string Signature(Command command) => string.Join(' ', command.Arguments.Select(Place).Prepend(command.Name));

    private static string Place(Argument argument)
    {
        var place = argument.Arity.MaximumNumberOfValues > 1 ? $"<{argument.Name}>..." : $"<{argument.Name}>";
        return argument.Arity.MinimumNumberOfValues == 0 || argument.HasDefaultValue ? $"[{place}]" : place;
    }

    private static string Name(Option option)
    {
        var names = string.Join(", ", option.Aliases.Append(option.Name).Where(name => name.StartsWith('-')).OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal));
        var value = option.HelpName ?? (option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool) ? null : option.Name.TrimStart('-'));
        return (value is null ? names : $"{names} <{value}>") + (option.Required ? Texts.Get("Help.Required") : "");
    }

    private static void WriteRows(TextWriter output, string title, IEnumerable<(string Name, string Meaning)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine(Texts.Get(title));
        var width = all.Max(row => Columns(row.Name));
        foreach (var (name, meaning) in all)
            output.WriteLine($"  {name}{new string(' ', width - Columns(name))}  {meaning}");
    }

    /// <summary>How wide a terminal shows it: a Chinese character takes two columns.</summary>
    private static int Columns(string text) => text.Sum(character => character < 0x1100 ? 1 : 2);
}
