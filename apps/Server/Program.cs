return await Hongyan.Server.ServerHost.RunAsync(args, Console.Out, Console.Error);
