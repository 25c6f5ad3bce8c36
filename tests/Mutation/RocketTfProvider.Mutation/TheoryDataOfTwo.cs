namespace RocketTfProvider.Tests;

/// <summary>Stands for the class of xunit v3.</summary>
public sealed class TheoryData<T1, T2> : TheoryRows<(T1 First, T2 Second)>
{
    public void Add(T1 first, T2 second) => Add((first, second));
}
