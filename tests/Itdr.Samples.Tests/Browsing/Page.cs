using System.Text.Json;

namespace Itdr.Samples.Tests.Browsing;

/// <summary>A page as a user sees and uses it.</summary>
internal sealed class Page(DevTools tools)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Addresses that the page asked for since it was opened.</summary>
    public IEnumerable<string> Requests => tools.Events.Where(static happened => happened.Method == "Network.requestWillBeSent")
        .Select(static happened => happened.Parameters.GetProperty("request").GetProperty("url").GetString()!);

    /// <summary>Errors of scripts, policies and requests since it was opened.</summary>
    public IEnumerable<string> Errors => tools.Events
        .Where(static happened => happened.Method == "Runtime.exceptionThrown" ||
            (happened.Method == "Log.entryAdded" && happened.Parameters.GetProperty("entry").GetProperty("level").GetString() == "error"))
        .Select(static happened => happened.Parameters.GetRawText());

    /// <summary>Opens an address in a window of a width, in a colour scheme, and waits until something holds there.</summary>
    public async Task OpenAsync(Uri address, string until, int width = 1280, string scheme = "light")
    {
        await tools.SendAsync("Emulation.setDeviceMetricsOverride", new { width, height = 900, deviceScaleFactor = 1, mobile = false });
        await tools.SendAsync("Emulation.setEmulatedMedia", new
        {
            features = new[] { new { name = "prefers-color-scheme", value = scheme }, new { name = "prefers-reduced-motion", value = "reduce" } },
        });
        await tools.SendAsync("Page.navigate", new { url = "about:blank" });
        tools.Forget();
        await tools.SendAsync("Page.navigate", new { url = address.ToString() });
        await UntilAsync(until);
    }

    /// <summary>The value of an expression, or of the promise that it is.</summary>
    public async Task<T> EvaluateAsync<T>(string expression)
    {
        var answer = await tools.SendAsync("Runtime.evaluate", new { expression, awaitPromise = true, returnByValue = true });
        return answer.TryGetProperty("exceptionDetails", out var error)
            ? throw new InvalidOperationException($"{expression}\n{error.GetRawText()}")
            : answer.GetProperty("result").GetProperty("value").Deserialize<T>()!;
    }

    /// <summary>Waits until an expression is true.</summary>
    public async Task UntilAsync(string expression)
    {
        var begun = DateTime.UtcNow;
        while (!await EvaluateAsync<bool>($"Boolean({expression})"))
        {
            if (DateTime.UtcNow - begun > Patience)
            {
                throw new TimeoutException($"This did not become true within {Patience}: {expression}\nThe page says:\n{await EvaluateAsync<string>("document.body.innerText")}\n{string.Join('\n', Errors)}");
            }

            await Task.Delay(50);
        }
    }

    /// <summary>The visible text of an element.</summary>
    public Task<string> TextAsync(string selector) => EvaluateAsync<string>($"document.querySelector({JsonSerializer.Serialize(selector)}).innerText");

    /// <summary>The texts of all elements that a selector finds.</summary>
    public Task<string[]> TextsAsync(string selector) =>
        EvaluateAsync<string[]>($"[...document.querySelectorAll({JsonSerializer.Serialize(selector)})].map(found => found.textContent)");

    /// <summary>Clicks an element.</summary>
    public Task ClickAsync(string selector) => DoAsync(selector, "click");

    /// <summary>Brings an element to the top of the window, as far as the page allows.</summary>
    public Task ScrollToAsync(string selector) => DoAsync(selector, "scrollIntoView");

    /// <summary>Presses a key on the keyboard: Tab, Enter or the space bar.</summary>
    public async Task PressAsync(string key)
    {
        var (code, number, text) = key switch
        {
            "Tab" => ("Tab", 9, ""),
            "Enter" => ("Enter", 13, "\r"),
            " " => ("Space", 32, " "),
            _ => throw new ArgumentException($"No test presses {key}.", nameof(key)),
        };
        await tools.SendAsync("Input.dispatchKeyEvent", new { type = text.Length == 0 ? "rawKeyDown" : "keyDown", key, code, text, windowsVirtualKeyCode = number });
        await tools.SendAsync("Input.dispatchKeyEvent", new { type = "keyUp", key, code, windowsVirtualKeyCode = number });
    }

    /// <summary>Keeps a picture of what the window shows under artifacts/screenshots, for eyes.</summary>
    public async Task PictureAsync(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots"));
        var picture = await tools.SendAsync("Page.captureScreenshot", new { format = "png" });
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{name}.png"), picture.GetProperty("data").GetBytesFromBase64());
    }

    private Task<bool> DoAsync(string selector, string method) => EvaluateAsync<bool>($"(document.querySelector({JsonSerializer.Serialize(selector)}).{method}(), true)");
}
