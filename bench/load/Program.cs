using Hongyan.Load;

return args switch
{
    ["make", var count, var file] when int.TryParse(count, out var number) && number > 0 => CallbackFile.Write(number, file),
    ["echo", var address] => await Servers.RunEchoAsync(address),
    ["bare", var address] => await Servers.RunBareAsync(address),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        make <count> <file>   writes that many distinct encrypted callbacks, each a whole HTTP request
        echo <address>        an echo bot, as samples/01-echo.cs
        bare <address>        Kestrel that answers a fixed body of the same size and does nothing else
        """);
    return 2;
}
