using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Hongyan.Benchmarks;

if (args is ["corpus", var corpus])
{
    CorpusRatios.Print(corpus);
    return;
}

// In one process: what is compared then shares the machine's state, and no project has to be generated and restored.
var config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromTypes([typeof(ProtocolPath), typeof(ProtocolSteps), typeof(WholePath), typeof(ClientCall)]).Run(args, config);
