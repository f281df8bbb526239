namespace Itdr.Samples.Tests.Browsing;

/// <summary>A test in a real browser. It is skipped where there is no Chromium, but never in CI, which installs it: there it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        Skip = Browser.Program is null && Environment.GetEnvironmentVariable("CI") != "true" ? "There is no chromium on the path." : null;
    }
}
