using Microsoft.Extensions.DependencyInjection;

namespace Itdr;

/// <summary>
/// Says which recommender an app uses. Each package adds its own <c>Use…</c>: <c>UseChatClient</c> and
/// <c>UseEndpoint</c> (Itdr.Inference), <c>UseLLamaSharp</c>, <c>UseBaseline</c>.
/// </summary>
public sealed class ItdrBuilder
{
    internal ItdrBuilder(IServiceCollection services, string? key)
    {
        Services = services;
        Key = key;
    }

    /// <summary>The services of the app.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The key under which the recommender is registered, or null for the app's only or main one.</summary>
    public string? Key { get; }

    /// <summary>The name of this recommender's options: its key, or the empty name.</summary>
    public string OptionsName => Key ?? "";

    /// <summary>Registers a recommender, one for the whole app, with telemetry around it. The last registration of a key counts.</summary>
    /// <param name="name">What the recommender is called in traces and counts.</param>
    /// <param name="create">Makes it; what it makes is disposed of with the app.</param>
    /// <returns>This builder.</returns>
    public ItdrBuilder UseRecommender(string name, Func<IServiceProvider, IRecommender> create)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(create);
        if (Key is null)
        {
            Services.AddSingleton(provider => create(provider).WithTelemetry(name));
        }
        else
        {
            Services.AddKeyedSingleton(Key, (provider, _) => create(provider).WithTelemetry(name));
        }

        return this;
    }
}
