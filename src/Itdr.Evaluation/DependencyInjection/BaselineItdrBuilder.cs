using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Itdr.Evaluation;

/// <summary>Baselines as the recommenders of an app: typed calls with no model at all.</summary>
public static class BaselineItdrBuilder
{
    private const string TelemetryName = "baseline";

    /// <summary>Recommends with a baseline.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets options; they are validated when the app starts. Null for those by default.</param>
    /// <param name="evidence">
    /// Gives what the baseline learns from, asked once, when the recommender is first needed; null for the
    /// <see cref="TrainingEvidence"/> registered under the builder's key, or else without a key, or else nothing.
    /// </param>
    /// <returns>The builder.</returns>
    public static ItdrBuilder UseBaseline(
        this ItdrBuilder builder, Action<BaselineOptions>? configure = null, Func<IServiceProvider, TrainingEvidence>? evidence = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        evidence ??= provider => (builder.Key is { } key ? provider.GetKeyedService<TrainingEvidence>(key) : null)
            ?? provider.GetService<TrainingEvidence>()
            ?? TrainingEvidence.Nothing;
        builder.Services.AddOptions<BaselineOptions>(builder.OptionsName).Configure(configure ?? (static _ => { })).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BaselineOptions>, Validation>());
        return builder.UseRecommender(TelemetryName, provider =>
        {
            var options = provider.GetRequiredService<IOptionsMonitor<BaselineOptions>>().Get(builder.OptionsName);
            return BaselineCatalog.Fit(options.Name, evidence(provider), options.Seed);
        });
    }

    private sealed class Validation : IValidateOptions<BaselineOptions>
    {
        public ValidateOptionsResult Validate(string? name, BaselineOptions options)
        {
            var flaws = options.Flaws().ToList();
            return flaws.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(flaws);
        }
    }
}
