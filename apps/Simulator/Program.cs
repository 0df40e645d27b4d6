return await Hongyan.Simulator.SimulatorHost.RunAsync(args);
