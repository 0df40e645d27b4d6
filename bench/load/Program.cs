using System.Globalization;
using Hongyan.Load;
using Hongyan.Load.Proof;

return args switch
{
    ["make", var count, var file] when int.TryParse(count, out var number) && number > 0 => CallbackFile.Write(number, file),
    ["echo", var address] => await Servers.RunEchoAsync(address),
    ["durable", var address] => await Servers.RunDurableEchoAsync(address),
    ["bare", var address] => await Servers.RunBareAsync(address),
    ["proof", var name] => await Proofs.RunAsync(name, size: null),
    ["proof", var name, var size] when int.TryParse(size, CultureInfo.InvariantCulture, out var number) && number > 0 => await Proofs.RunAsync(name, number),
    [ProofServer.Command, .. var arguments] => await ProofServer.RunAsync(arguments),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine($"""
        make <count> <file>         writes that many distinct encrypted callbacks, each a whole HTTP request
        echo <address>              an echo bot, as samples/01-echo.cs
        durable <address>           the same with the SQLite store in a folder for the time being, every commit flushed to the disk
        bare <address>              Kestrel that answers a fixed body of the same size and does nothing else
        proof <name> [size]         tries to break a claim; prints a verdict, and ends with 0 where the claim holds

        {Proofs.Describe()}
        """);
    return 2;
}
