using System.Globalization;
using System.Runtime.CompilerServices;
using SampleProvider.Kinds;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace SampleProvider;

/// <summary>Lists as many things as the user wants, two by default. The third of them is gone by the time it is read.</summary>
public sealed class ThingListResource(ThingResource things) : ListResource<ThingListConfig, ThingModel>(things)
{
    /// <inheritdoc/>
    public override Schema Schema { get; } = new()
    {
        Description = "Lists things.",
        Attributes =
        [
            new("count", TfType.Number, AttributeUse.Optional)
            {
                Description = "The number of things.",
                Validators = [TerraformPlugin.Schemas.Validate.Integer(0, int.MaxValue)],
            },
            new("fault", TfType.String, AttributeUse.Optional) { Description = "What goes wrong behind the last thing." },
        ],
    };

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<ListedObject<ThingModel>> ListAsync(
        ThingListConfig config, CallContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var count = config.Count.TryGet(out var wanted) && wanted.TryToInt64(out var whole) ? whole : 2;
        for (var i = 1; i <= count; i++)
        {
            await Task.Yield();
            var name = i == 3 ? "gone" : string.Create(CultureInfo.InvariantCulture, $"thing{i}");
            if (i == 2)
            {
                context.Diagnostics.AddWarning("Second thing", "There is a second thing.");
            }

            yield return new ListedObject<ThingModel>($"Thing {i}", new ThingModel(name, name, default, default));
        }

        switch (config.Fault.Or(""))
        {
            case "throw":
                throw new InvalidOperationException(Faults.Secret);
            case "warn":
                context.Diagnostics.AddWarning("No more things", "That is all.");
                break;
            case "hang":
                await Task.Delay(System.Threading.Timeout.Infinite, cancellationToken);
                break;
        }
    }
}
