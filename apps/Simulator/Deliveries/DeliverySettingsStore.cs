namespace Hongyan.Simulator.Deliveries;

/// <summary>The delivery settings as they are now.</summary>
public sealed class DeliverySettingsStore
{
    private readonly DeliverySettings _atStart;
    private DeliverySettings _current;

    /// <summary>Begins with these.</summary>
    public DeliverySettingsStore(DeliverySettings atStart) => _current = _atStart = atStart;

    /// <summary>In force for the next attempt.</summary>
    public DeliverySettings Current
    {
        get => Volatile.Read(ref _current);
        set => Volatile.Write(ref _current, value);
    }

    /// <summary>Back to what they were at start.</summary>
    public void Reset() => Current = _atStart;
}
