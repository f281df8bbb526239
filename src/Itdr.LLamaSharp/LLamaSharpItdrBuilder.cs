using Itdr.Inference;
using Itdr.LLamaSharp.Files;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Itdr.LLamaSharp;

/// <summary>Recommenders over models in process for an app's services.</summary>
public static class LLamaSharpItdrBuilder
{
    private const string Name = "llamasharp";

    /// <summary>Recommends with a model from a GGUF file, which is loaded at the first call.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Names the model; validated when the app starts, the header of its file too.</param>
    /// <param name="sharing">How the model is shared by calls; null for the defaults.</param>
    /// <param name="asking">How the model is asked; null for the defaults.</param>
    /// <returns>The builder.</returns>
    public static ItdrBuilder UseLLamaSharp(
        this ItdrBuilder builder, Action<LLamaSharpOptions> configure, EngineHostOptions? sharing = null, EngineRecommenderOptions? asking = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions<LLamaSharpOptions>(builder.OptionsName).Configure(configure).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LLamaSharpOptions>, OptionsValidation>());
        return builder.UseRecommender(Name, provider => new LoadingRecommender(async () =>
        {
            var logger = provider.GetService<ILoggerFactory>()?.CreateLogger(typeof(LLamaSharpRecommender).FullName!);
            var options = provider.GetRequiredService<IOptionsMonitor<LLamaSharpOptions>>().Get(builder.OptionsName);
            return new LLamaSharpRecommender(await LLamaModelLoader.LoadAsync(options, logger).ConfigureAwait(false), sharing, asking, logger);
        }));
    }

    private sealed class OptionsValidation : IValidateOptions<LLamaSharpOptions>
    {
        public ValidateOptionsResult Validate(string? name, LLamaSharpOptions options)
        {
            if (options.Problems() is { Count: > 0 } problems)
            {
                return ValidateOptionsResult.Fail(problems);
            }

            try
            {
                var model = ModelFile.Read(options.ModelPath);
                foreach (var adapter in options.Adapters)
                {
                    AdapterFile.Read(adapter.Path, model);
                }

                return ValidateOptionsResult.Success;
            }
            catch (LLamaSharpException refused)
            {
                return ValidateOptionsResult.Fail(refused.Message);
            }
        }
    }
}
