using Hongyan.Cli;

return await HongyanCommand.RunAsync(args, Console.Out, Console.Error, Console.OpenStandardInput);
