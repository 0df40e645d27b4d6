using System.CommandLine;
using System.CommandLine.Parsing;
using Hongyan.Cli.Doctor;
using Hongyan.Cli.Envelopes;
using Hongyan.Cli.Inspecting;
using Hongyan.Cli.Migrating;
using Hongyan.Cli.Resources;
using Hongyan.Cli.Sending;

namespace Hongyan.Cli;

/// <summary>The commands of <c>hongyan</c>.</summary>
internal static class HongyanCommand
{
    /// <summary>Runs the program.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="output">Receives what was asked for, and nothing else.</param>
    /// <param name="error">Receives what went wrong, in sentences.</param>
    /// <param name="openInput">Opens the standard input, for a command that reads it.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error, Func<Stream> openInput)
    {
        var root = CreateRoot(openInput);
        if (arguments is [])
        {
            await root.Parse("--help").InvokeAsync(new InvocationConfiguration { Output = error, Error = error });
            return ExitCode.Unusable;
        }
        // @all is everybody, not a file with more of the command line.
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error });

        foreach (var problem in parsed.Errors.Select(problem => Describe(problem, parsed)).Distinct())
            await error.WriteLineAsync(problem);
        await error.WriteLineAsync(Texts.Get("Root.SeeHelp"));
        return ExitCode.Unusable;
    }

    // System.CommandLine says these in the language of the machine, and in Chinese not well.
    private static string Describe(ParseError problem, ParseResult parsed) => problem.SymbolResult switch
    {
        OptionResult { Implicit: true } missing => Texts.Get("Root.Missing", missing.Option.Name),
        OptionResult { Tokens.Count: 0 } option => Texts.Get("Root.NoValue", option.Option.Name),
        OptionResult option => Describe(option.Option.Name, option.Option.ValueType, option.Option.Arity, option.Tokens),
        ArgumentResult { Parent: OptionResult option } => Describe(option.Option.Name, option.Option.ValueType, option.Option.Arity, option.Tokens),
        _ when parsed.UnmatchedTokens is { Count: > 0 } unknown => Texts.Get("Root.Unknown", string.Join(' ', unknown)),
        ArgumentResult { Tokens.Count: 0 } missing => Texts.Get("Root.Missing", $"<{missing.Argument.Name}>"),
        ArgumentResult argument => Describe($"<{argument.Argument.Name}>", argument.Argument.ValueType, argument.Argument.Arity, argument.Tokens),
        _ => Texts.Get("Root.Wrong", string.Join(' ', parsed.Tokens.Select(token => token.Value))),
    };

    private static string Describe(string name, Type type, ArgumentArity arity, IReadOnlyList<Token> given)
    {
        if (given.Count > arity.MaximumNumberOfValues)
            return Texts.Get("Root.TooMany", name);
        var values = string.Join(' ', given.Select(token => token.Value));
        return (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } choice
            ? Texts.Get("Root.NoChoice", name, values, string.Join(Texts.Get("Root.ListSeparator"), Enum.GetNames(choice)))
            : Texts.Get("Root.BadValue", name, values);
    }

    /// <summary>All commands, for running them and for the page that describes them.</summary>
    internal static RootCommand CreateRoot(Func<Stream> openInput)
    {
        var root = new RootCommand(Texts.Get("Root.Description"));
        root.Subcommands.Add(InspectCommand.Create(openInput));
        root.Subcommands.Add(DecryptCommand.Create(openInput));
        root.Subcommands.Add(EncryptCommand.Create(openInput));
        root.Subcommands.Add(KeygenCommand.Create());
        root.Subcommands.Add(SendCommand.Create(openInput));
        root.Subcommands.Add(DoctorCommand.Create());
        root.Subcommands.Add(MigrateDataCommand.Create());
        CommandHelp.AddTo(root);
        return root;
    }
}
